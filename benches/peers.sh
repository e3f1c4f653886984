#!/usr/bin/env bash
# Installs the peers of the benchmark, pinned, into target/peers (or the folder in PEERS) and runs them beside quadrille.
#
#     benches/peers.sh                     10,000 and 100,000 leads
#     benches/peers.sh 10k 100k 1M         other sizes; a million takes about ten minutes and 8 GB of memory
#     benches/peers.sh --show 10k 100k 1M  the tables of the last runs, as the README quotes them: its own, those of
#                                          `cargo bench --bench terminal`, and the peers'
#     PEERS=../peers benches/peers.sh      the packages in another folder
#
# For each size quadrille is measured first, then the others in turn on the same files. The sqlite3 shell is used where there is one.
#
# Needs a Rust toolchain, Python 3.11 or newer and the network for the packages. Nothing is installed outside that folder.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

peers=${PEERS:-target/peers}
pinned=(duckdb==2.0.0 chdb==4.4.0 polars==2.1.0 pandas==3.1.1 numpy==2.4.6 pyarrow==26.0.1)

if [ "$("$peers/bin/pip" freeze 2>/dev/null | grep -cxFf <(printf '%s\n' "${pinned[@]}"))" != "${#pinned[@]}" ]; then
    python3 -m venv "$peers"
    "$peers/bin/pip" install --quiet --disable-pip-version-check "${pinned[@]}"
fi
exec "$peers/bin/python" benches/peers.py "$@"
