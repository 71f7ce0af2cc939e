//! The draft: the text about to be published and its circumstances.

use serde::{Deserialize, Serialize};

/// What an author is about to publish, and where. Unknown keys are ignored.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Draft {
    /// The caller's own name for this draft; handed back with its report.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The text, where the draft has one part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// The parts of a thread, which is published at once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<Vec<String>>,
    /// The site it is written on.
    pub site: Site,
    /// What kind of publication it is.
    pub surface: Surface,
    /// The id of the pack whose policy binds the author.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// In what capacity the account is used.
    pub capacity: Capacity,
    /// The profile's bio. `None`: not known. Empty: known to be empty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bio: Option<String>,
    /// The name the account shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_name: Option<String>,
    /// The account's handle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub handle: Option<String>,
    /// Name or handle of the account that is answered; empty when nobody is.
    #[serde(deserialize_with = "null_as_empty")]
    pub reply_to: String,
    /// What that account had written, where the page shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to_text: Option<String>,
    /// The text of a post that is quoted under this one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quoted: Option<String>,
    /// Pictures, films, polls, links and documents that go with it.
    #[serde(deserialize_with = "null_as_none")]
    pub attachments: Vec<Attachment>,
    /// The text as it stood before this edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<String>,
}

fn null_as_empty<'de, D: serde::Deserializer<'de>>(input: D) -> Result<String, D::Error> {
    Ok(Option::<String>::deserialize(input)?.unwrap_or_default())
}

fn null_as_none<'de, D: serde::Deserializer<'de>>(input: D) -> Result<Vec<Attachment>, D::Error> {
    Ok(Option::<Vec<Attachment>>::deserialize(input)?.unwrap_or_default())
}

impl Draft {
    /// A post of this text on no particular site.
    pub fn post(text: &str) -> Self {
        Self { text: Some(text.to_owned()), ..Self::default() }
    }

    /// The texts that make up the draft, in order.
    pub fn texts(&self) -> Vec<&str> {
        match (&self.parts, &self.text) {
            (Some(parts), _) => parts.iter().map(String::as_str).collect(),
            (None, Some(text)) => vec![text],
            (None, None) => vec![""],
        }
    }
}

/// The site a draft is written on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Site {
    /// X, once Twitter.
    X,
    /// Facebook and Messenger.
    Facebook,
    /// LinkedIn.
    Linkedin,
    /// Anywhere else: a file, the command line.
    #[default]
    #[serde(other)]
    Other,
}

/// What kind of publication a draft is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Surface {
    /// A post of one's own.
    #[default]
    Post,
    /// An answer to somebody's post.
    Reply,
    /// A comment under a post.
    Comment,
    /// A private message.
    Message,
    /// A recommendation on a person's or supplier's profile.
    Recommendation,
    /// A change to something already published.
    Edit,
    /// The author's own profile text.
    Profile,
    /// A poll.
    Poll,
}

impl Surface {
    /// The name used in records and packs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Reply => "reply",
            Self::Comment => "comment",
            Self::Message => "message",
            Self::Recommendation => "recommendation",
            Self::Edit => "edit",
            Self::Profile => "profile",
            Self::Poll => "poll",
        }
    }
}

/// In what capacity an account is used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Capacity {
    /// The author's own account.
    #[default]
    Personal,
    /// The author's own account, used for work.
    Professional,
    /// An approved account of the organisation.
    Official,
}

impl Capacity {
    /// The name used in records and packs.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Personal => "personal",
            Self::Professional => "professional",
            Self::Official => "official",
        }
    }
}

/// Something published along with the text.
#[derive(Debug, Clone, Default, PartialEq, Deserialize, Serialize)]
#[serde(default)]
pub struct Attachment {
    /// What it is.
    pub kind: AttachmentKind,
    /// Its alternative text, in the author's words; empty when there is none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alt: Option<String>,
    /// Whether a film has captions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub captions: Option<Captions>,
    /// Where a link leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// The file's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// A file of the author's own, as they give it to the page, and not something published before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub own_file: bool,
    /// Whether the picture shows the organisation's logo, where it was looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub logo: Option<Logo>,
}

/// The sorts of attachment.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum AttachmentKind {
    /// A picture.
    #[default]
    Image,
    /// A film.
    Video,
    /// A poll.
    Poll,
    /// A link card.
    Link,
    /// A file such as slides.
    #[serde(other)]
    Document,
}

/// Whether a film has captions.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Captions {
    /// It has.
    Yes,
    /// It has none.
    No,
    /// The page does not say.
    #[default]
    #[serde(other)]
    Unknown,
}

/// What a look at a picture's pixels gave.
#[derive(Debug, Clone, PartialEq, Deserialize, Serialize)]
pub struct Logo {
    /// Whether the logo is there.
    pub outcome: LogoOutcome,
    /// How sure, 0..1.
    pub score: f32,
    /// The logo's four corners in pixels of the picture.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub quad: Option<[[f32; 2]; 4]>,
}

/// Whether a picture shows the logo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum LogoOutcome {
    /// It does.
    Shown,
    /// Something suggests it, too small or too blurred to say.
    Unclear,
    /// It does not.
    Absent,
}
