//! The closed list of facts. Payloads hold ids only: whoever acts on a fact reads the present state by them.

use serde::{Deserialize, Serialize};

use crate::ids::{
    AdmissionRowId, AgreementId, CertificateId, ClaimId, ClusterId, CollectionId, ConsentId, ConversationId,
    DealId, DigestId, IndicatorId, LexiconChangeId, OrganisationId, PersonId, ProductId, QuoteId, ReportId,
    RequestId, ShareId, SplitId, VerificationId, WaiverId,
};

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Event {
    // accounts
    PersonSignedUp {
        person: PersonId,
        organisation: OrganisationId,
    },
    EmailVerified {
        person: PersonId,
    },
    OrganisationChanged {
        organisation: OrganisationId,
    },
    /// Approved, refused, suspended or put back to waiting.
    StandingDecided {
        organisation: OrganisationId,
    },
    // clusters
    ClusterChanged {
        cluster: ClusterId,
    },
    MembershipRequested {
        cluster: ClusterId,
        maker: OrganisationId,
    },
    MembershipDecided {
        cluster: ClusterId,
        maker: OrganisationId,
    },
    MakerProfileChanged {
        maker: OrganisationId,
    },
    // catalogue
    /// The calendar of a workshop says something else.
    CapacityChanged {
        maker: OrganisationId,
    },
    /// Added, changed or removed by its maker: what an officer said of it before holds no more.
    CertificateChanged {
        certificate: CertificateId,
    },
    /// An officer confirmed or rejected it.
    CertificateDecided {
        certificate: CertificateId,
    },
    CollectionChanged {
        collection: CollectionId,
    },
    CollectionPublished {
        collection: CollectionId,
    },
    CollectionWithdrawn {
        collection: CollectionId,
    },
    ProductChanged {
        product: ProductId,
    },
    ProductPublished {
        product: ProductId,
    },
    ProductWithdrawn {
        product: ProductId,
    },
    /// Somebody of the workshop was added, changed or erased, or their consent was.
    ArtisansChanged {
        maker: OrganisationId,
    },
    /// Where the manufacturer is reached, or who is responsible for it.
    SafetyChanged {
        maker: OrganisationId,
    },
    /// An officer added, changed, retired or brought back a row of the checklist.
    AdmissionRowChanged {
        row: AdmissionRowId,
    },
    AdmissionAttested {
        row: AdmissionRowId,
        maker: OrganisationId,
    },
    /// A maker sent something to be verified.
    AdmissionProofSent {
        row: AdmissionRowId,
        maker: OrganisationId,
    },
    /// An officer said that it is so, or that it is not.
    AdmissionDecided {
        row: AdmissionRowId,
        maker: OrganisationId,
    },
    WaiverGranted {
        waiver: WaiverId,
    },
    WaiverRevoked {
        waiver: WaiverId,
    },
    // search
    /// An officer added, corrected, withdrew or put back a concept.
    LexiconChanged {
        change: LexiconChangeId,
    },
    // matching
    /// Its buyer wants it opened; an officer reads it first.
    RequestSubmitted {
        request: RequestId,
    },
    /// An officer sent it back, or its buyer withdrew it before it was read.
    RequestSentBack {
        request: RequestId,
    },
    RequestOpened {
        request: RequestId,
    },
    RequestChanged {
        request: RequestId,
    },
    RequestClosed {
        request: RequestId,
    },
    /// A maker does not want to answer.
    RequestDeclined {
        request: RequestId,
        maker: OrganisationId,
    },
    RequestReconsidered {
        request: RequestId,
        maker: OrganisationId,
    },
    /// What a maker does not want to be asked for at all.
    MakerLimitsChanged {
        maker: OrganisationId,
    },
    /// A maker thinks that no buyer can mean it.
    RequestReported {
        report: ReportId,
    },
    /// An officer decided about all reports of a request.
    ReportsDecided {
        request: RequestId,
    },
    // splits
    /// An agent chose how a request is split; its shares are asked for.
    SplitChosen {
        split: SplitId,
    },
    /// What workshops had declined is asked of others.
    SplitMended {
        split: SplitId,
    },
    ShareConfirmed {
        share: ShareId,
    },
    ShareDeclined {
        share: ShareId,
    },
    /// Every share that it needs is confirmed.
    SplitConfirmed {
        split: SplitId,
    },
    SplitWithdrawn {
        split: SplitId,
    },
    // trade
    QuoteOffered {
        quote: QuoteId,
        number: i64,
    },
    QuoteAccepted {
        quote: QuoteId,
    },
    QuoteDeclined {
        quote: QuoteId,
    },
    QuoteWithdrawn {
        quote: QuoteId,
    },
    /// The buyer came to terms with somebody else about the same request.
    QuoteNotChosen {
        quote: QuoteId,
    },
    /// Nothing was ordered in time: what an accepted quote kept free is free again.
    ReservationLapsed {
        quote: QuoteId,
    },
    ConversationBegun {
        conversation: ConversationId,
    },
    MessageWritten {
        conversation: ConversationId,
    },
    AgreementDrafted {
        agreement: AgreementId,
    },
    AgreementProposed {
        agreement: AgreementId,
    },
    AgreementSigned {
        agreement: AgreementId,
        by: OrganisationId,
    },
    AgreementActivated {
        agreement: AgreementId,
    },
    AgreementEnded {
        agreement: AgreementId,
    },
    AgreementWithdrawn {
        agreement: AgreementId,
    },
    DealDrafted {
        deal: DealId,
    },
    DealConfirmed {
        deal: DealId,
    },
    DealShipped {
        deal: DealId,
    },
    DealDelivered {
        deal: DealId,
    },
    DealPaid {
        deal: DealId,
    },
    DealCancelled {
        deal: DealId,
    },
    // programme
    RecordVerified {
        verification: VerificationId,
    },
    VerificationRevoked {
        verification: VerificationId,
    },
    ClaimRecorded {
        claim: ClaimId,
    },
    ClaimAdopted {
        claim: ClaimId,
    },
    TargetSet {
        indicator: IndicatorId,
    },
    // assistance
    /// A maker lets somebody act, or an agent has handed in a paper that says so.
    ConsentGiven {
        consent: ConsentId,
    },
    /// The maker or an officer has looked at a paper.
    ConsentDecided {
        consent: ConsentId,
    },
    ConsentWithdrawn {
        consent: ConsentId,
    },
    /// The maker has confirmed what was done, or objected to it.
    DigestAnswered {
        digest: DigestId,
    },
    ObjectionSettled {
        digest: DigestId,
    },
}

impl Event {
    pub(super) fn payload(self) -> String {
        serde_json::to_string(&self).expect("ids serialise")
    }

    /// The word in the `kind` column, for people who read the table.
    pub fn kind(self) -> String {
        let value = serde_json::to_value(self).expect("ids serialise");
        value["kind"].as_str().unwrap_or_default().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fact_is_read_as_it_was_written() {
        let fact = Event::AgreementSigned { agreement: AgreementId(7), by: OrganisationId(3) };
        assert_eq!(fact.kind(), "agreement-signed");
        assert_eq!(serde_json::from_str::<Event>(&fact.payload()).unwrap(), fact);
    }
}
