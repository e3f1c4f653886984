//! A small reader of Rust sources: enough to find the texts they name and the strings they hold.

use std::path::Path;
use std::path::PathBuf;

/// A piece of a source; comments and attributes are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token {
    Text(String),
    Word(String),
    Sign(char),
}

/// A `msg!` with its argument names, sorted.
#[derive(Debug, PartialEq, Eq)]
pub struct Named {
    pub id: String,
    pub args: Vec<String>,
}

/// Returns every Rust file under a folder of the package, with its path from there.
pub fn files(folder: &str) -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut found, mut folders) = (Vec::new(), vec![root.join(folder)]);
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the package") {
            let path = entry.expect("an entry of the folder").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let source = std::fs::read_to_string(&path).expect("a source is UTF-8");
                found.push((path.strip_prefix(root).expect("under the root").to_owned(), source));
            }
        }
    }
    found.sort();
    found
}

/// Cuts a source into tokens, each with its line.
pub fn tokens(source: &str) -> Vec<(usize, Token)> {
    let chars: Vec<char> = source.chars().collect();
    let (mut at, mut line, mut out) = (0, 1, Vec::new());
    while at < chars.len() {
        let start = at;
        let token = next_token(&chars, &mut at);
        out.extend(token.map(|token| (line, token)));
        line += chars[start..at].iter().filter(|c| **c == '\n').count();
    }
    out
}

fn next_token(chars: &[char], at: &mut usize) -> Option<Token> {
    let start = *at;
    let peek = |n: usize| chars.get(start + n).copied().unwrap_or('\0');
    match (peek(0), peek(1)) {
        ('/', '/') => skip_until(chars, at, |c| c == '\n'),
        ('/', '*') => skip_block_comment(chars, at),
        ('#', '[') => skip_attribute(chars, at, 1),
        ('#', '!') if peek(2) == '[' => skip_attribute(chars, at, 2),
        ('"', _) => return Some(Token::Text(quoted(chars, at))),
        ('b' | 'c', '"') => {
            *at += 1;
            return Some(Token::Text(quoted(chars, at)));
        }
        ('r', '"' | '#') if raw_hashes(&chars[start + 1..]).is_some() => {
            *at += 1;
            return Some(Token::Text(raw(chars, at)));
        }
        ('b', 'r') if raw_hashes(&chars[start + 2..]).is_some() => {
            *at += 2;
            return Some(Token::Text(raw(chars, at)));
        }
        // A character, not a lifetime.
        ('\'', '\\') => {
            *at += 3;
            skip_until(chars, at, |c| c == '\'');
            *at += 1;
        }
        ('\'', _) if peek(2) == '\'' => *at += 3,
        (c, _) if c.is_alphanumeric() || c == '_' => {
            skip_until(chars, at, |c| !c.is_alphanumeric() && c != '_');
            return Some(Token::Word(chars[start..*at].iter().collect()));
        }
        (c, _) => {
            *at += 1;
            return (!c.is_whitespace()).then_some(Token::Sign(c));
        }
    }
    None
}

fn skip_until(chars: &[char], at: &mut usize, end: impl Fn(char) -> bool) {
    while *at < chars.len() && !end(chars[*at]) {
        *at += 1;
    }
}

fn skip_block_comment(chars: &[char], at: &mut usize) {
    let mut depth = 0;
    while *at < chars.len() {
        match (chars[*at], chars.get(*at + 1)) {
            ('/', Some('*')) => (depth, *at) = (depth + 1, *at + 2),
            ('*', Some('/')) => (depth, *at) = (depth - 1, *at + 2),
            _ => *at += 1,
        }
        if depth == 0 {
            return;
        }
    }
}

fn skip_attribute(chars: &[char], at: &mut usize, head: usize) {
    *at += head;
    let mut depth = 0;
    while *at < chars.len() {
        match next_token(chars, at) {
            Some(Token::Sign('[')) => depth += 1,
            Some(Token::Sign(']')) => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return;
        }
    }
}

/// Reads a quoted text from its opening quote; a line end after a backslash goes with the blanks that follow, as in Rust.
fn quoted(chars: &[char], at: &mut usize) -> String {
    let mut text = String::new();
    *at += 1;
    while *at < chars.len() && chars[*at] != '"' {
        if chars[*at] != '\\' {
            text.push(chars[*at]);
            *at += 1;
            continue;
        }
        *at += 1;
        match chars.get(*at) {
            Some('\n') => {
                skip_until(chars, at, |c| !c.is_whitespace());
                continue;
            }
            Some('n' | 't' | 'r' | '0' | '\\') | None => text.push('\u{fffd}'),
            Some('x') => {
                text.push('\u{fffd}');
                *at += 2;
            }
            Some('u') => {
                text.push('\u{fffd}');
                skip_until(chars, at, |c| c == '}');
            }
            Some(c) => text.push(*c),
        }
        *at += 1;
    }
    *at += 1;
    text
}

/// Returns how many hashes open a raw text here; none if no raw text opens.
fn raw_hashes(chars: &[char]) -> Option<usize> {
    let hashes = chars.iter().take_while(|c| **c == '#').count();
    (chars.get(hashes) == Some(&'"')).then_some(hashes)
}

fn raw(chars: &[char], at: &mut usize) -> String {
    let hashes = raw_hashes(&chars[*at..]).expect("looked at before");
    *at += hashes + 1;
    let start = *at;
    let closes =
        |at: usize| chars[at] == '"' && chars[at + 1..].iter().take(hashes).filter(|c| **c == '#').count() == hashes;
    while *at < chars.len() && !closes(*at) {
        *at += 1;
    }
    let text = chars[start..*at].iter().collect();
    *at += hashes + 1;
    text
}

/// Returns every `msg!("id", name = value, ...)` with its line.
pub fn messages(source: &str) -> Vec<(usize, Named)> {
    let tokens = tokens(source);
    let word = |at: usize, text: &str| matches!(tokens.get(at), Some((_, Token::Word(word))) if word == text);
    let sign = |at: usize, c: char| matches!(tokens.get(at), Some((_, Token::Sign(sign))) if *sign == c);
    let mut out = Vec::new();
    for at in 0..tokens.len() {
        if !(word(at, "msg") && sign(at + 1, '!')) {
            continue;
        }
        let Some((line, Token::Text(id))) = tokens.get(at + 3) else {
            continue;
        };
        let (mut args, mut depth) = (Vec::new(), 1);
        for next in at + 4..tokens.len() {
            match &tokens[next].1 {
                Token::Sign('(' | '[' | '{') => depth += 1,
                Token::Sign(')' | ']' | '}') => depth -= 1,
                Token::Sign(',') if depth == 1 && sign(next + 2, '=') && !sign(next + 3, '=') => {
                    if let Some((_, Token::Word(name))) = tokens.get(next + 1) {
                        args.push(name.clone());
                    }
                }
                _ => {}
            }
            if depth == 0 {
                break;
            }
        }
        args.sort();
        out.push((*line, Named { id: id.clone(), args }));
    }
    out
}

/// Returns the head and the tail of every `concat!("head", $name, "tail")` of a macro; the tail may be empty.
pub fn made_of_names(source: &str) -> Vec<(String, String)> {
    let tokens: Vec<Token> = tokens(source).into_iter().map(|(_, token)| token).collect();
    let made = tokens.windows(9).filter_map(|part| match part {
        [
            Token::Word(concat),
            Token::Sign('!'),
            _,
            Token::Text(head),
            Token::Sign(','),
            Token::Sign('$'),
            Token::Word(_),
            rest @ ..,
        ] if concat == "concat" => match rest {
            [Token::Sign(','), Token::Text(tail)] => Some((head.clone(), tail.clone())),
            _ => Some((head.clone(), String::new())),
        },
        _ => None,
    });
    made.collect()
}

/// Returns every text literal with its line, but for the reasons given to `expect` and `unreachable!`.
pub fn literals(source: &str) -> Vec<(usize, String)> {
    let tokens = tokens(source);
    let mut out = Vec::new();
    for (at, (line, token)) in tokens.iter().enumerate() {
        let Token::Text(text) = token else {
            continue;
        };
        let before = |n: usize| at.checked_sub(n).map(|at| &tokens[at].1);
        let called = if before(2) == Some(&Token::Sign('!')) { before(3) } else { before(2) };
        let reason = matches!(called, Some(Token::Word(name)) if name == "expect" || name == "unreachable");
        if !(before(1) == Some(&Token::Sign('(')) && reason) {
            out.push((*line, text.clone()));
        }
    }
    out
}

#[test]
fn the_reader_finds_messages_and_literals() {
    let source = r##"
        #![allow(reason = "in an attribute")] // "in a comment"
        /* "nested /* deep */ still" */
        fn f<'a>(c: char) -> Msg {
            let quote = '"'; let escaped = '\''; let _ = r#"a "raw" one"#;
            x.expect("a reason"); unreachable!("another reason");
            let a = msg!("one", n = g(1, |b| b == 2), text = "two words",);
            $crate::msg!("none")
        }
        macro_rules! ids { ($name:literal) => { (concat!("a-", $name), concat!("a-", $name, "-b")) } }
    "##;
    let named = |id: &str, args: &[&str]| Named { id: id.into(), args: args.iter().map(ToString::to_string).collect() };
    assert_eq!(messages(source), [(7, named("one", &["n", "text"])), (8, named("none", &[]))]);
    let texts: Vec<String> = literals(source).into_iter().map(|(_, text)| text).collect();
    assert_eq!(texts, ["a \"raw\" one", "one", "two words", "none", "a-", "a-", "-b"]);
    let made = [("a-", ""), ("a-", "-b")].map(|(head, tail)| (head.to_owned(), tail.to_owned()));
    assert_eq!(made_of_names(source), made);
}
