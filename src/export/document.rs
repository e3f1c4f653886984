//! A text of headings, paragraphs, lists and tables, in one language, and the two forms it is written in. Never here: what it says.

use crate::export::html;
use crate::export::markdown;
use crate::text::Lang;

/// A text. What is in it may come from anywhere: each form makes it harmless in its own way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub lang: Lang,
    pub title: String,
    pub blocks: Vec<Block>,
    /// Who wrote it, and when.
    pub footer: String,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Heading(String),
    Text(String),
    /// A text that nobody may miss.
    Notice(String),
    List(Vec<String>),
    Table {
        columns: Vec<Column>,
        rows: Vec<Vec<String>>,
    },
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    pub title: String,
    /// Numbers stand to the right.
    pub is_number: bool,
}

/// What a text is written in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// One page that needs no other file.
    #[default]
    Html,
    Markdown,
}

impl Form {
    pub const ALL: [Form; 2] = [Form::Html, Form::Markdown];

    /// Returns the name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Form::Html => "html",
            Form::Markdown => "markdown",
        }
    }

    /// Returns the usual ending of a file.
    pub fn ending(self) -> &'static str {
        match self {
            Form::Html => "html",
            Form::Markdown => "md",
        }
    }
}

impl Document {
    /// Writes the text.
    pub fn write(&self, form: Form) -> String {
        match form {
            Form::Html => html::write(self),
            Form::Markdown => markdown::write(self),
        }
    }
}
