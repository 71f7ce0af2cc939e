//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use lozenge_core::{Capacity, Language};

/// Checks drafts against an organisation's social media policy. Nothing leaves this machine.
#[derive(Debug, Parser)]
#[command(name = "lozenge", version, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) task: Task,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Task {
    /// Check a draft, or many.
    ///
    /// Exit status: 0 when nothing would be held back, 1 when something would, 2 when something could not be read.
    Check(CheckOptions),
    /// List the policies, read one, or check a policy file.
    #[command(subcommand)]
    Policy(PolicyTask),
    /// Say whether pictures show the NHS logo.
    ///
    /// Exit status: 0 when all could be read, 2 when one could not; the others are answered all the same.
    Logo(LogoOptions),
    /// Say what each policy makes of one family of concern.
    Explain {
        /// The family's name, such as `patient-identifier`.
        family: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct CheckOptions {
    /// The policy: the id of a built-in one, or a TOML file. Goes before what a draft says of its organisation.
    #[arg(long, value_name = "ID")]
    pub(crate) policy: Option<String>,
    /// In what capacity the account is used. Goes before what a draft says.
    #[arg(long, value_name = "C")]
    pub(crate) capacity: Option<CapacityName>,
    /// Colleagues: CSV or one name a line. Or a JSON file with `people`, `employer_names`, `employer_handles`.
    #[arg(long, value_name = "FILE")]
    pub(crate) directory: Option<PathBuf>,
    /// In what language findings and fixes are put. Clauses stay as the policy has them, and all else is English.
    #[arg(long, value_enum, value_name = "LANGUAGE", default_value_t = LanguageName::En)]
    pub(crate) language: LanguageName,
    /// `text` to read, `json` for one report, `jsonl` for one draft a line in and one answer a line out.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    pub(crate) format: Format,
    /// The text itself, a file with the text or with a draft as JSON, or `-` for standard input.
    #[arg(value_name = "TEXT | FILE | -", default_value = "-", allow_hyphen_values = true)]
    pub(crate) input: String,
}

#[derive(Debug, Args)]
pub(crate) struct LogoOptions {
    /// `text` to read, `jsonl` for one answer a line.
    #[arg(long, value_enum, default_value_t = LogoFormat::Text)]
    pub(crate) format: LogoFormat,
    /// PNG, JPEG, WebP or GIF pictures.
    #[arg(value_name = "FILE", required = true)]
    pub(crate) files: Vec<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogoFormat {
    Text,
    Jsonl,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    Text,
    Json,
    Jsonl,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum CapacityName {
    /// The author's own account.
    Personal,
    /// The author's own account, used for work.
    Professional,
    /// An approved account of the organisation.
    Official,
}

impl From<CapacityName> for Capacity {
    fn from(name: CapacityName) -> Self {
        match name {
            CapacityName::Personal => Self::Personal,
            CapacityName::Professional => Self::Professional,
            CapacityName::Official => Self::Official,
        }
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum LanguageName {
    /// English.
    En,
    /// Welsh.
    Cy,
}

impl From<LanguageName> for Language {
    fn from(name: LanguageName) -> Self {
        match name {
            LanguageName::En => Self::English,
            LanguageName::Cy => Self::Welsh,
        }
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum PolicyTask {
    /// List the built-in policies.
    List,
    /// Print a policy, or the clauses of one section.
    Show {
        /// The id of a built-in policy, or a TOML file.
        id: String,
        /// A section as the document numbers it, or a clause's id.
        section: Option<String>,
    },
    /// Write a policy file to begin your own from: a short example with notes, valid as it stands.
    New {
        /// The file to write, such as `my-trust.toml`; standard output without one. A file that is there is left alone.
        file: Option<PathBuf>,
    },
    /// Say whether a policy file is valid and, where it is not, how to mend it.
    Check {
        /// A TOML file.
        file: PathBuf,
    },
}
