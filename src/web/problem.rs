//! Errors become answers here and nowhere else: a page for people, `application/problem+json` (RFC 9457) for programs.

use actix_web::body::{BoxBody, EitherBody, MessageBody};
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::{StatusCode, header};
use actix_web::middleware::Next;
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use askama::Template;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Page, PageLanguage};
use crate::error::{Error, Message, Problems};
use crate::locale::{self, Language};

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::SignInNeeded => StatusCode::UNAUTHORIZED,
            Self::Forbidden(_) => StatusCode::FORBIDDEN,
            Self::Invalid(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Refused(_) | Self::Conflict => StatusCode::CONFLICT,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::WrongMediaType => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::Broken(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    /// Only the status: [`render_errors`] writes the body, because it knows who asked.
    fn error_response(&self) -> HttpResponse<BoxBody> {
        HttpResponse::new(self.status_code())
    }
}

/// What a program reads.
#[derive(Debug, Serialize, JsonSchema)]
pub struct ProblemDocument {
    /// `about:blank`: the status says what kind of problem it is.
    #[serde(rename = "type")]
    pub kind: &'static str,
    pub title: String,
    pub status: u16,
    pub detail: String,
    /// The stable key of the message in `detail`.
    pub code: String,
    /// What is wrong with which field.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub problems: Vec<FieldProblem>,
    /// Name it to the operator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub request_id: Option<String>,
}

#[derive(Debug, Serialize, JsonSchema)]
pub struct FieldProblem {
    pub field: String,
    /// In the language of `Accept-Language`.
    pub problem: String,
    /// The stable key of the message.
    pub code: String,
}

#[derive(Template)]
#[template(path = "web/problem.html")]
struct ProblemPage<'a> {
    page: &'a Page,
    status: u16,
    title: String,
    detail: String,
    problems: Vec<String>,
    request_id: Option<String>,
    sign_in: Option<String>,
}

/// Writes the body of every error answer, ours and actix's own.
pub async fn render_errors(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<EitherBody<impl MessageBody, BoxBody>>, actix_web::Error> {
    let response = next.call(request).await?;
    let status = response.status();
    if !status.is_client_error() && !status.is_server_error() {
        return Ok(response.map_into_left_body());
    }
    // A handler that showed a page of its own (a form with its problems) has said all there is to say.
    if response.response().error().is_none()
        && !matches!(
            response.response().body().size(),
            actix_web::body::BodySize::Sized(0) | actix_web::body::BodySize::None
        )
    {
        return Ok(response.map_into_left_body());
    }
    let error = response.response().error().and_then(|error| error.as_error::<Error>());
    let answer = answer(response.request(), error, status);
    Ok(response.into_response(answer).map_into_right_body())
}

fn answer(request: &HttpRequest, error: Option<&Error>, status: StatusCode) -> HttpResponse {
    let PageLanguage(language) = PageLanguage::of(request);
    let request_id = request_id(request);
    if let Some(Error::Broken(source)) = error {
        let chain =
            std::iter::successors(Some(source.as_ref() as &dyn std::error::Error), |error| error.source());
        let chain: Vec<String> = chain.map(ToString::to_string).collect();
        tracing::error!(path = request.path(), causes = chain.join(": "), "answered 500");
    }
    let (title, detail) = words(error, status);
    let none = Problems::new();
    let problems = match error {
        Some(Error::Invalid(problems)) => problems,
        _ => &none,
    };
    let mut response = HttpResponse::build(status);
    let extra = match error {
        Some(Error::TooMany { seconds }) => Some((header::RETRY_AFTER, seconds.to_string())),
        Some(Error::Busy) => Some((header::RETRY_AFTER, "2".to_owned())),
        Some(Error::SignInNeeded) => Some((header::WWW_AUTHENTICATE, "Bearer".to_owned())),
        _ => None,
    };
    if let Some(header) = extra {
        response.insert_header(header);
    }
    response.insert_header((header::CACHE_CONTROL, "no-store"));
    if request.path().starts_with("/api/") {
        let document = document(language, status, title, &detail, problems, request_id);
        return response.content_type("application/problem+json").json(document);
    }
    if matches!(error, Some(Error::SignInNeeded)) && request.method() == actix_web::http::Method::GET {
        return response
            .status(StatusCode::SEE_OTHER)
            .insert_header((header::LOCATION, sign_in(request)))
            .finish();
    }
    let page = Page::of(request);
    let template = ProblemPage {
        page: &page,
        status: status.as_u16(),
        title: locale::say(language, &Message::new(title)),
        detail: locale::say(language, &detail),
        problems: problems.iter().map(|problem| locale::say(language, &problem.message)).collect(),
        request_id,
        sign_in: (status == StatusCode::UNAUTHORIZED).then(|| sign_in(request)),
    };
    match template.render() {
        Ok(html) => response.content_type("text/html; charset=utf-8").body(html),
        Err(error) => {
            tracing::error!(%error, "the problem page itself is broken");
            response.finish()
        }
    }
}

fn document(
    language: Language,
    status: StatusCode,
    title: &'static str,
    detail: &Message,
    problems: &Problems,
    request_id: Option<String>,
) -> ProblemDocument {
    let field = |problem: &crate::error::Problem| FieldProblem {
        field: problem.field.clone(),
        problem: locale::say(language, &problem.message),
        code: problem.message.key.to_owned(),
    };
    ProblemDocument {
        kind: "about:blank",
        title: locale::say(language, &Message::new(title)),
        status: status.as_u16(),
        detail: locale::say(language, detail),
        code: detail.key.to_owned(),
        problems: problems.iter().map(field).collect(),
        request_id,
    }
}

/// Title and detail as keys of texts.
fn words(error: Option<&Error>, status: StatusCode) -> (&'static str, Message) {
    match error {
        Some(Error::Forbidden(message)) => ("error-forbidden", message.clone()),
        Some(Error::Refused(message)) => ("error-refused", message.clone()),
        Some(Error::Invalid(problems)) => {
            ("error-invalid", Message::new("error-invalid-detail").with("count", problems.iter().count()))
        }
        Some(Error::Conflict) => ("error-conflict", "error-conflict-detail".into()),
        Some(Error::SignInNeeded) => ("error-sign-in", "error-sign-in-detail".into()),
        Some(Error::TooMany { seconds }) => {
            ("error-too-many", Message::new("error-too-many-detail").with("seconds", *seconds))
        }
        _ => match status {
            StatusCode::NOT_FOUND => ("error-not-found", "error-not-found-detail".into()),
            StatusCode::METHOD_NOT_ALLOWED => ("error-method", "error-method-detail".into()),
            StatusCode::PAYLOAD_TOO_LARGE => ("error-too-large", "error-too-large-detail".into()),
            StatusCode::UNSUPPORTED_MEDIA_TYPE => ("error-media-type", "error-media-type-detail".into()),
            StatusCode::SERVICE_UNAVAILABLE => ("error-busy", "error-busy-detail".into()),
            status if status.is_server_error() => ("error-broken", "error-broken-detail".into()),
            _ => ("error-bad-request", "error-bad-request-detail".into()),
        },
    }
}

fn sign_in(request: &HttpRequest) -> String {
    let back = url::form_urlencoded::Serializer::new(String::new())
        .append_pair("next", &request.uri().to_string())
        .finish();
    format!("/sign-in?{back}")
}

fn request_id(request: &HttpRequest) -> Option<String> {
    use actix_web::HttpMessage;
    request.extensions().get::<tracing_actix_web::RequestId>().map(ToString::to_string)
}
