//! C-SERDE: every public value has both traits of serde. What has not is no value, and `src/lib.rs` says why.

use serde::{Serialize, de::DeserializeOwned};
use std::collections::BTreeSet;
use std::fs;
use yushen::json::{Map, Text, Value};

/// What has neither trait, or one: no value, each for its reason.
const NONE: &[&[&str]] = &[
    // What is at work, or a turn of it.
    &[
        "json::Reader",
        "json::Writer",
        "json::Transcript",
        "digest::Hashing",
        "file::Inspector",
        "file::Step",
        "session::Session",
        "session::Inspections",
        "session::Receipts",
    ],
    // What only its own reader makes, which looks at the whole of a value that has both.
    &[
        "calendar::Calendar",
        "catalogue::Ready",
        "wording::Wording",
        "wording::NoticeWording",
        "receipt::signature::PublicKey",
        "receipt::trust::Key",
        "receipt::trust::TrustList",
        "receipt::trust::SignedBy",
        "receipt::document::Seal",
    ],
    // Where things stand in a text that it does not hold.
    &["catalogue::CatalogueFile", "catalogue::Bundle"],
    // Rows that are compiled in.
    &["law::Statute", "law::Rule", "receipt::document::Element"],
    // What one call hands to the next, by reference.
    &[
        "json::Limits",
        "catalogue::Asked",
        "check::Checked",
        "receipt::Prechecked",
        "receipt::verify::With",
        "receipt::verify::Source",
        "receipt::verify::Unread",
        "audit::TaskCode",
    ],
];

fn both<T: Serialize + DeserializeOwned>() {}

/// Both traits, or this does not compile.
macro_rules! values {
    ($($($module:ident)::+ [$($kind:ident $(<$lifetime:lifetime>)?),+ $(,)?])+) => {
        fn values() -> Vec<String> {
            let mut values = Vec::new();
            $({
                use yushen::$($module)::+ as module;
                let of = [$(stringify!($module)),+].join("::");
                $(
                    both::<module::$kind $(<$lifetime>)?>();
                    values.push(format!("{of}::{}", stringify!($kind)));
                )+
            })+
            values
        }
    };
}
values! {
    error [
        ErrorCode, Issue, Error,
    ]
    json [
        Id<'static>, Text<'static>, Value<'static>,
    ]
    digest [
        Digest, Digests,
    ]
    law [
        Status, Procedure, StatuteId<'static>, Citation<'static>, Basis<'static>,
    ]
    calendar [
        CountedDay, Day, DayCount, CivilDate, ClockTime, Instant, AgencyEffect, ApplicantEffect, Closure<'static>,
        Overlay<'static>, CalendarFormat, CalendarRef<'static>, CalendarYears<'static>, Period<'static>, YearTable<'static>,
        Certainty, DayKind, Counted,
    ]
    identity [
        IdentifierKind, IdentifierFault,
    ]
    file [
        Active, Colour, Damage, FileKind, Locked, Unsafe, MemberFault, Mark, Picture, FileReport<'static>,
        BoundFile<'static>,
    ]
    catalogue::import [
        ImportCounts<'static>, ImportEntry<'static>, ImportKind, ImportReason, ImportReport<'static>, Source,
        NeedCodes, Options, ImportResult<'static>,
    ]
    catalogue [
        Condition<'static>, ConditionEntry<'static>, Truth, Branch<'static>, Leaf<'static>, Manifest<'static>,
        Node<'static>, FieldPlace<'static>, Form<'static>, FormField<'static>, Role<'static>, Audience,
        Authority<'static>, Constituent<'static>, Contact<'static>, ContactKind, Evidence, Fee<'static>,
        Fees<'static>, HandlingForm, Level, Opening<'static>, Power, Prerequisite<'static>, Quota<'static>,
        Relief<'static>, ReliefKind, Requirement<'static>, ResultDocument<'static>, Screen<'static>, ScreenKind,
        ServiceMode, Stage<'static>, Venue<'static>, Item<'static>, JointMaterial<'static>, Extension<'static>,
        Limit<'static>, LimitKind, ReceiptPolicy<'static>, ReceiptRule, Trigger, Unit, Commitment<'static>,
        Deferral<'static>, Fact, FieldRule<'static>, FieldType, FileRule<'static>, Group<'static>, Material<'static>,
        MaterialKind, Medium, Need, Origin, Original, Photo<'static>, Sharing<'static>, Template<'static>,
        Validity<'static>, Notice<'static>, NoticeCode, Param<'static>, Severity, Found<'static>,
        ItemSummary<'static>, Query<'static>, Answer<'static>, Choice<'static>, Question<'static>, QuestionKind,
        MaterialRule, StrictRule<'static>, CatalogueRef, Catalogue,
    ]
    deadline [
        Backwards<'static>, BackwardsRequest<'static>, LatestStart<'static>, BookItem<'static>, CaseBook<'static>,
        CaseChange<'static>, CaseRecord<'static>, ChangedDay<'static>, Start, Actor, Clock<'static>, Light,
        ThresholdFile<'static>, CaseEvent<'static>, EventKind, Moment, StopKind, Joint<'static>, JointMember<'static>,
        JointRequest<'static>, MemberStage, MemberState<'static>, Pause<'static>, CaseLight<'static>, Lights<'static>,
        Supervision<'static>, DayMark<'static>, TraceRequest<'static>, ScheduleRequest<'static>, Schedule<'static>,
    ]
    application [
        Channel, Via, PartyKind, Source, Given<'static>, Stated<'static>, Identifier<'static>,
        Representative<'static>, Party<'static>, Submitted<'static>, RoleParty<'static>, Application<'static>,
    ]
    plan [
        Applies, PlannedMaterial<'static>, OpenQuestion<'static>, AskedQuestion<'static>, Plan<'static>,
    ]
    check [
        Action, Class, FindingCode, Severity, Finding<'static>, Param<'static>, Remedy<'static>, PartyState<'static>,
        State, MaterialState<'static>,
    ]
    decision [
        Outcome, Decision<'static>,
    ]
    wording [
        ExplainRequest<'static>, Explained<'static>, ExplainedClock<'static>, NoticeFile<'static>,
        NoticeSentence<'static>, WordingFormat, Sentence<'static>, WordingFile<'static>, Message<'static>,
    ]
    receipt::document [
        CaseEntry<'static>, CatalogueEntry<'static>, Channels<'static>, ContactLine<'static>, DeadlineLine<'static>,
        DeliveryLine<'static>, DocumentBody<'static>, DocumentTemplate<'static>, FeeItem<'static>, FeeLine<'static>,
        Issuer<'static>, ItemEntry<'static>, MaterialLine<'static>, OwnFile<'static>, PartyLine<'static>,
        Previous<'static>, ServiceLine<'static>, Times, Need, ApprovedBy, ClosingCause, Consequence, DefectClass,
        DocumentKind, FoundBy, MaterialForm, PledgeKind, Closing<'static>, Competent<'static>, Defect<'static>,
        Deferred<'static>, ExtensionLine<'static>, Pledge<'static>, Remedies<'static>, Response<'static>,
        SpecialProcedure<'static>,
    ]
    receipt::signature [
        Algorithm, KeyFault, SignatureFault,
    ]
    receipt::trust [
        TrustFormat, RevokeReason, Root<'static>, KeyEntry<'static>, CatalogueFloor<'static>, CrossSigned<'static>,
        Successor<'static>, TrustFile<'static>, Trust<'static>,
    ]
    receipt::verify [
        History<'static>, Reason, Check<'static>, CheckName, CheckOutcome, IssuerShown<'static>, Overall,
        Shown<'static>, Verification<'static>, VerifyRequest<'static>, Expected<'static>, ExpectedApplicant<'static>,
        FreshnessPolicy, ListState, ManifestRequest, TrustShown<'static>,
    ]
    receipt [
        Draft<'static>, ManifestDraft<'static>, SignedManifest, Receipt<'static>, Signature<'static>, Signed, Signer<'static>, Body<'static>,
        CatalogueSeal<'static>, Document, FindingEntry<'static>, LimitEntry<'static>, MaterialEntry<'static>,
        PartyEntry<'static>, PersonEntry<'static>, PrecheckRequest<'static>, Sheet<'static>, SheetKind, Code<'static>,
        Line<'static>, Model<'static>, Signoff<'static>, Table<'static>, QrFault, Symbol,
    ]
    audit [
        Burden, CatalogueChange<'static>, ChangeKind, DemandedFee<'static>, DemandedField<'static>,
        DemandedMaterial<'static>, PortalDemand<'static>, DeliveryFile<'static>, Across<'static>, Appearing, Asking,
        Aspect, Demand, Due<'static>, DueShift<'static>, FindingShift<'static>, MaterialShift<'static>,
        Misfit<'static>, QuestionShift<'static>, Shift, Stretch<'static>, VersionSide<'static>, Which,
    ]
    session [
        Agenda<'static>, CheckResult<'static>, IdentifierResult<'static>, Loaded<'static>, Rendered<'static>,
        ScheduleResult<'static>, Versions<'static>, PlanRequest<'static>, CheckLine<'static>, HistoryRequest<'static>,
        RenderRequest<'static>, ManifestSigner<'static>, TrustRequest<'static>,
    ]
}

#[test]
fn every_public_value_has_both_traits() {
    // Free keys: of the three kinds of value that stand alone.
    both::<Map<'static, Value<'static>>>();
    both::<Map<'static, Text<'static>>>();
    both::<yushen::catalogue::Answers<'static>>();
    let mut known: BTreeSet<String> = values().into_iter().chain([String::from("json::Map")]).collect();
    known.extend(NONE.iter().copied().flatten().copied().map(String::from));
    let listing = fs::read_to_string("docs/api/rust.txt").unwrap();
    let kinds = listing.lines().map(|line| line.trim_start_matches("#[non_exhaustive] "));
    let kinds = kinds.filter_map(|line| line.strip_prefix("struct ").or_else(|| line.strip_prefix("enum ")));
    let public: BTreeSet<String> =
        kinds.filter_map(|name| name.strip_prefix("yushen::")?.split('<').next()).map(String::from).collect();
    let difference: Vec<_> = public.symmetric_difference(&known).collect();
    assert!(difference.is_empty(), "with both traits, or here with the reason, or gone: {difference:?}");
}

#[test]
fn what_is_no_value_is_named_where_the_feature_is() {
    let page = fs::read_to_string("src/lib.rs").unwrap();
    for name in NONE.iter().copied().flatten() {
        let name = name.rsplit("::").next().unwrap();
        assert!(page.contains(&format!("`{name}`")), "src/lib.rs does not say why `{name}` has no serde");
    }
}
