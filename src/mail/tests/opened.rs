//! A letter opened by somebody who knows only the mail standards, not how it was made.

use data_encoding::BASE64;

pub struct Opened {
    headers: Vec<(String, String)>,
    body: String,
}

impl Opened {
    pub fn read(raw: &str) -> Self {
        let raw = raw.replace("\r\n", "\n");
        let (head, body) = raw.split_once("\n\n").expect("a blank line ends the headers");
        // A line that begins with a blank continues the one before.
        let unfolded = head.replace("\n ", " ").replace("\n\t", " ");
        let headers = unfolded
            .lines()
            .map(|line| line.split_once(": ").unwrap_or_else(|| panic!("no header: {line:?}")))
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .collect();
        Self { headers, body: body.to_owned() }
    }

    pub fn has(&self, name: &str) -> bool {
        self.headers.iter().any(|header| header.0.eq_ignore_ascii_case(name))
    }

    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|header| header.0.eq_ignore_ascii_case(name));
        &found.unwrap_or_else(|| panic!("no header {name}")).1
    }

    /// A header with its encoded words decoded.
    pub fn words(&self, name: &str) -> String {
        // Blanks between two encoded words are not part of the text.
        let value = self.header(name).replace("?= =?", "?==?");
        let mut rest = value.as_str();
        let mut bytes = Vec::new();
        while let Some((before, encoded)) = rest.split_once("=?utf-8?b?") {
            let (word, after) = encoded.split_once("?=").unwrap();
            bytes.extend(before.as_bytes());
            bytes.extend(BASE64.decode(word.as_bytes()).unwrap());
            rest = after;
        }
        bytes.extend(rest.as_bytes());
        String::from_utf8(bytes).unwrap()
    }

    /// The text of the part of a media type.
    pub fn part(&self, media_type: &str) -> String {
        let (_, boundary) =
            self.header("Content-Type").split_once("boundary=\"").expect("more than one part");
        let boundary = format!("--{}", boundary.split('"').next().unwrap());
        let parts = self.body.split(&boundary).skip(1).filter(|part| !part.starts_with("--"));
        let mut opened = parts.map(|part| Self::read(part.trim_start()));
        let found = opened.find(|part| part.header("Content-Type").starts_with(media_type));
        found.unwrap_or_else(|| panic!("no part {media_type}")).decoded()
    }

    fn decoded(&self) -> String {
        let bytes = match self.header("Content-Transfer-Encoding") {
            "base64" => BASE64.decode(self.body.replace('\n', "").as_bytes()).unwrap(),
            "quoted-printable" => quoted_printable(&self.body),
            _ => self.body.clone().into_bytes(),
        };
        String::from_utf8(bytes).unwrap()
    }
}

fn quoted_printable(text: &str) -> Vec<u8> {
    let joined = text.replace("=\n", "");
    let mut parts = joined.split('=');
    let mut bytes = parts.next().unwrap().as_bytes().to_vec();
    for part in parts {
        bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
        bytes.extend(&part.as_bytes()[2..]);
    }
    bytes
}
