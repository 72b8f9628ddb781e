//! The contract with JavaScript and with documents: type declarations and JSON Schemas, made from the Rust types.
//!
//! They are kept as files, so that a change of contract shows as a difference. A test fails when one is stale.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::Value;
use tsify::Tsify;

use crate::amend::AmendmentReply;
use crate::catalogue::Catalogue;
use crate::comparison::ComparisonReply;
use crate::golden;
use crate::plan::Reply;
use crate::planner;
use crate::prices::{self, PriceBook};
use crate::scenario::Scenario;
use crate::supply::{self, PartnerCatalogue};

/// The declarations of types, by their modules.
macro_rules! declarations {
    ($($($module:ident)::+: $($name:ident $(<$kind:ty>)?),+;)+) => {{
        let mut all = Vec::new();
        $({
            use crate::$($module)::+::*;
            all.extend([$(<$name $(<$kind>)? as Tsify>::DECL),+]);
        })+
        all
    }};
}

fn declarations() -> Vec<&'static str> {
    declarations! {
        domain::day: Day, Weekday;
        domain::money: Rounding;
        domain::ratio: Ratio;
        catalogue: Area, Assumption, Audience, Availability, Benefit, CapStart, Catalogue, Certification, ChoiceNote, CitedText, Claim, Confidence, Conflict, DatedEvent, Delivery, Ending, Exam, Fact<u32>, Family, ImagineAcademy, Level, LicenceType, Link, Note, PolicyNote, Preparation, Product, ProductKind, Programme, Requirement, RetakeRule, Rule, Section, Segment, Side, Source, Text, Track, TrainingVouchers;
        policy: AccessTerm, BookOn, Choice, Coverage, ExamBenefit, Expiry, FreeSplit, FreeVouchers, LastDay, McpCoversFundamentals, McpCoversRoleBased, Months, MtaPreparation, Policies, RoundAt, SharePacks, Term, TermScope;
        problem: Problem, ProblemCode;
        mistake: Kind, Mistake;
        scenario: Entry, Scenario, ScenarioAcademyDiscounts, ScenarioAgreement, ScenarioBreak, ScenarioCalendar, ScenarioFreeVouchers, ScenarioGroup, ScenarioLibrary, ScenarioOrder, ScenarioPrice, ScenarioShare, ScenarioSinglePrice, ScenarioSite, ScenarioSitting, ScenarioSoftwareAssurance, ScenarioStock, ScenarioTrainingVoucher;
        prices: PriceBook, PriceList;
        figure: AttemptTerm, Explained<u32>, Figure, Step, Value, What;
        finding: ConflictFact, ConflictPart, FieldChange, Finding, FindingCode, Repair, RepairAction, RepairEffect, Severity;
        plan: AgreementPlan, Budget, CertificationPlan, Cover, CoverKind, CurrencyTotal, ExamChoice, FamilyNeed, FamilyOutlook, FreeVouchersPlan, Fulfilment, GroupPlan, LeftOut, LeftOutReason, LibraryPlan, Limit, LimitDay, MembershipPlan, Moment, MonthBudget, NeedLine, OrderLine, Binding, PackChoice, PackRow, Plan, PolicyUse, ProductUnits, Proof, Reply, SavingPlan, SiteUnits, SittingPlan, StockUse, Summary, TermPlan, TimelineEntry, Verdict, YearBudget;
        plan::benefits: DiscountPlan, TrainingPlan, TrainingVoucherPlan, VoucherRest;
        comparison: AgreementComparison, Alternative, BreakEven, Comparison, ComparisonReply, Difference, Outcome, PolicyBudget, PolicyDifference, Sensitivity, Variation, Waiting;
        supply: Base, ChangeKind, Document, EntryCode, PartnerCatalogue, Supplement, SupplementChange, Without;
        amend: AgreementAmendment, Amendment, AmendmentReply, Change, LineAmendment, LineState;
    }
}

/// A schema as text. What is written leaves other fields out than what is read may.
fn schema<T: JsonSchema>(settings: SchemaSettings) -> String {
    let schema = settings.into_generator().into_root_schema_for::<T>();
    format!("{}\n", serde_json::to_string_pretty(&schema).unwrap())
}

/// The schema of a document of a version, and of no other.
fn document<T: JsonSchema>(version: u32) -> String {
    let mut schema = reads().into_generator().into_root_schema_for::<T>();
    schema.pointer_mut("/properties/version").unwrap()["const"] = version.into();
    format!("{}\n", serde_json::to_string_pretty(&schema).unwrap())
}

fn reads() -> SchemaSettings {
    SchemaSettings::draft2020_12().for_deserialize()
}

fn writes() -> SchemaSettings {
    SchemaSettings::draft2020_12().for_serialize()
}

#[test]
fn the_schemas_of_documents_are_fresh() {
    golden::compare("www/schema/scenario.json", &schema::<Scenario>(reads()));
    golden::compare("www/schema/plan.json", &schema::<Reply>(writes()));
    golden::compare(
        "www/schema/comparison.json",
        &schema::<ComparisonReply>(writes()),
    );
    golden::compare(
        "www/schema/amendment.json",
        &schema::<AmendmentReply>(writes()),
    );
    golden::compare("www/schema/catalogue.json", &schema::<Catalogue>(reads()));
    golden::compare(
        "www/schema/partner-catalogue.json",
        &document::<PartnerCatalogue>(supply::VERSION),
    );
    golden::compare(
        "www/schema/price-book.json",
        &document::<PriceBook>(prices::VERSION),
    );
}

#[test]
fn the_declarations_of_types_are_fresh() {
    let text = format!("{}\n", declarations().join("\n\n"));
    golden::compare("tests/golden/api.d.ts", &text);
}

#[test]
fn every_type_that_a_declaration_names_is_declared() {
    let name = |text: &str| -> String {
        text.chars()
            .take_while(|letter| letter.is_alphanumeric())
            .collect()
    };
    // The door declares the two other names of plain types.
    let mut declared = BTreeSet::from(["T", "Cite", "FigureId"].map(str::to_owned));
    let mut named = BTreeSet::new();
    for declaration in declarations() {
        // What the declarations say about themselves is prose.
        let code: String = declaration
            .lines()
            .filter(|line| !line.trim_start().starts_with(['*', '/']))
            .collect();
        let (head, body) = code.split_once(['{', '=']).unwrap();
        declared.extend(head.split_whitespace().nth(2).map(name));
        let words = body.split(|letter: char| !letter.is_alphanumeric() && letter != '"');
        named.extend(
            words
                .filter(|word| word.starts_with(|letter: char| letter.is_uppercase()))
                .map(name),
        );
    }
    named.remove("Array");
    let missing: Vec<_> = named.difference(&declared).collect();
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn plans_need_nothing_of_the_texts() {
    let cases: Value = serde_json::from_str(include_str!("../tests/cases/plans.json")).unwrap();
    let whole = Catalogue::whole().unwrap();
    for case in cases.as_array().unwrap() {
        let scenario = case["scenario"].to_string();
        let reply = planner::plan_read(Catalogue::builtin().unwrap(), &scenario);
        assert_eq!(
            reply,
            planner::plan_read(&whole, &scenario),
            "{}",
            case["name"]
        );
    }
}
