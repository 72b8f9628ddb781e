/**
 * A civil day of the ISO 8601 calendar, from 0001-01-01 to 9999-12-31.
 *
 * It is written `2026-03-15` wherever it leaves the engine.
 */
export type Day = string;

/**
 * A day of the week.
 */
export type Weekday = "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday";

/**
 * How a fraction of a minor unit becomes a whole one (policy `rounding`).
 */
export type Rounding = "half-up" | "half-even" | "up" | "down";

/**
 * An exact fraction in lowest terms with a positive denominator.
 */
export interface Ratio {
    numerator: number;
    denominator: number;
}

/**
 * A solution area that certifications belong to.
 */
export interface Area {
    /**
     * Such as `data-ai`.
     */
    id: string;
    /**
     * Its name.
     */
    name: Text;
    /**
     * Where it is listed.
     */
    cites: Cite[];
}

/**
 * Something no text settles, that the planner assumes and says so.
 */
export interface Assumption {
    /**
     * Such as `packs-prorate-like-online-services`.
     */
    id: string;
    /**
     * What is assumed.
     */
    text: Text;
    /**
     * What speaks for it, if anything.
     */
    cites?: Cite[];
    /**
     * How sure it is.
     */
    confidence: Confidence;
    /**
     * Policies whose default it stands behind, by name, such as `free-split`.
     */
    policies?: string[];
    /**
     * Figures of a plan that it stands behind whatever the policies are, such as `last-exam-day`.
     */
    figures?: string[];
}

/**
 * Who sits an exam.
 */
export type Audience = "student" | "staff" | "employee";

/**
 * Whether a programme sells a product, from a day to a day. What is not listed is unknown, and not planned.
 */
export interface Availability {
    /**
     * A programme's id.
     */
    programme: string;
    /**
     * A product's id.
     */
    product: string;
    /**
     * Whether it is sold.
     */
    sold: boolean;
    /**
     * The first day this is known to hold; absent where no earlier state is known.
     */
    from?: Day;
    /**
     * The last day this is known to hold; absent where it still does.
     */
    until?: Day;
    /**
     * Where it was read.
     */
    cites: Cite[];
    /**
     * How far it can be relied on.
     */
    confidence: Confidence;
}

/**
 * A benefit beside the free vouchers.
 */
export interface Benefit {
    /**
     * Such as `mct-discount`.
     */
    id: string;
    /**
     * What it is.
     */
    text: Text;
    /**
     * The part of the price that is still paid, in per cent, where the benefit is a discount.
     */
    payPercent?: number;
    /**
     * Where it was read.
     */
    cites: Cite[];
    /**
     * How far it can be relied on.
     */
    confidence: Confidence;
}

/**
 * When the twelve months of an attempts' cap start.
 */
export type CapStart = "first-attempt" | "last-failure";

/**
 * Everything the planner knows of products, programmes, certifications and rules, each fact with its source.
 */
export interface Catalogue {
    /**
     * Of this layout: 1.
     */
    version: number;
    /**
     * The day up to which the sources were read.
     */
    date: Day;
    /**
     * Where the facts were read.
     */
    sources: Source[];
    /**
     * The rules of the source document, by their stable ids.
     */
    rules: Rule[];
    /**
     * What no text settles, and what is assumed instead.
     */
    assumptions: Assumption[];
    /**
     * Where texts disagree: both sides.
     */
    conflicts: Conflict[];
    /**
     * Named choices that a plan may switch, with what speaks for each.
     */
    policies: PolicyNote[];
    /**
     * Programmes of Volume Licensing.
     */
    programmes: Programme[];
    /**
     * Products, in the order that breaks ties between equally good plans.
     */
    products: Product[];
    /**
     * Which programme sells which product, and when.
     */
    availability: Availability[];
    /**
     * Solution areas (PRG-5).
     */
    areas: Area[];
    /**
     * Exams by number.
     */
    exams: Exam[];
    /**
     * Certifications, with the exams each requires.
     */
    certifications: Certification[];
    /**
     * Waits and caps for repeated attempts, by date.
     */
    retakes: RetakeRule[];
    /**
     * How long people prepare (PLN-2, PLN-5).
     */
    preparation: Preparation;
    /**
     * How long orders take to arrive (COD-7, COD-10).
     */
    delivery: Delivery;
    /**
     * The Imagine Academy and its benefits (PRD-3 to PRD-5).
     */
    imagineAcademy: ImagineAcademy;
    /**
     * The end of the training benefit of Software Assurance (PRG-3).
     */
    softwareAssurance: DatedEvent[];
    /**
     * How its training vouchers work (PRG-3).
     */
    trainingVouchers: TrainingVouchers;
    /**
     * Statements that are quoted and never computed with (PRG-2).
     */
    claims: Claim[];
    /**
     * Contacts and pages, by topic (PLN-3, PLN-4).
     */
    links: Link[];
    /**
     * Further published examples: of programmes the engine does not price, and counter-examples.
     */
    notes: Note[];
}

/**
 * A certification.
 */
export interface Certification {
    /**
     * Such as `mcsa-windows-server-2016`.
     */
    id: string;
    /**
     * As the vendor writes it.
     */
    name: Text;
    /**
     * How the vendor counts it.
     */
    track: Track;
    /**
     * How long to prepare.
     */
    level: Level;
    /**
     * Its solution area, where it has one.
     */
    area?: string;
    /**
     * Ways to earn it. Each is a list of requirements that must all be met.
     */
    routes: Requirement[][];
    /**
     * Certifications of which one must be held before; empty where none is needed.
     */
    prerequisites?: string[];
    /**
     * When it ends. Several are a conflict or an extension: the first binds, all are shown.
     */
    ends?: Ending[];
    /**
     * Where it was read.
     */
    cites: Cite[];
    /**
     * How far it can be relied on.
     */
    confidence: Confidence;
    /**
     * What else to know.
     */
    note?: Text;
}

/**
 * What speaks for one choice of a policy.
 */
export interface ChoiceNote {
    /**
     * The choice's name, such as `full-min-6`.
     */
    id: string;
    /**
     * What it means.
     */
    text: Text;
    /**
     * What speaks for it; empty where no text does.
     */
    cites?: Cite[];
}

/**
 * A statement with its source.
 */
export interface CitedText {
    /**
     * What it says, in our words.
     */
    text: Text;
    /**
     * Where.
     */
    cites: Cite[];
    /**
     * How far it can be relied on.
     */
    confidence: Confidence;
}

/**
 * A statement that is shown as a quotation of its source and never computed with.
 */
export interface Claim {
    /**
     * Such as `average-saving`.
     */
    id: string;
    /**
     * What it says, in our words.
     */
    text: Text;
    /**
     * The lower end in per cent.
     */
    lowPercent: number;
    /**
     * The upper end in per cent.
     */
    highPercent: number;
    /**
     * Where it was read.
     */
    cites: Cite[];
}

/**
 * How far a fact can be relied on.
 */
export type Confidence = "high" | "medium" | "low";

/**
 * Two texts that disagree.
 */
export interface Conflict {
    /**
     * Such as `code-expiry`.
     */
    id: string;
    /**
     * What the question is.
     */
    question: Text;
    /**
     * What each text says.
     */
    sides: Side[];
    /**
     * What the planner does, and why.
     */
    resolution: Text;
    /**
     * The policy that switches between the sides, if there is one.
     */
    policy?: string;
    /**
     * Where no policy switches: the figures of a plan that it touches, such as `lead-days`.
     */
    figures?: string[];
}

/**
 * Something that happened on a day.
 */
export interface DatedEvent {
    /**
     * Such as `no-more-days-accrued`.
     */
    id: string;
    /**
     * When.
     */
    day: Day;
    /**
     * What.
     */
    text: Text;
    /**
     * Where it was read.
     */
    cites: Cite[];
    /**
     * How far it can be relied on.
     */
    confidence: Confidence;
}

/**
 * How long orders take (COD-7, COD-10).
 */
export interface Delivery {
    /**
     * Calendar days until an order is acknowledged, at most.
     */
    acknowledgedDays: Fact<number>[];
    /**
     * Business days from the invoice to the codes of class packs and vouchers, at least.
     */
    codesEarliestBusinessDays: Fact<number>[];
    /**
     * Business days from the invoice to the codes of class packs and vouchers, at most.
     */
    codesLatestBusinessDays: Fact<number>[];
    /**
     * Calendar days from the order to the mail that opens a site pack, at most.
     */
    sitePackDays: Fact<number>[];
}

/**
 * The last day of an exam or certification.
 */
export interface Ending {
    /**
     * The last day it can be taken or earned.
     */
    day: Day;
    /**
     * Where it was read.
     */
    cites: Cite[];
    /**
     * How far it can be relied on.
     */
    confidence: Confidence;
    /**
     * For which language or reading this is, where there are several.
     */
    note?: Text;
}

/**
 * An exam.
 */
export interface Exam {
    /**
     * The exam's number, such as `77-420` or `AZ-900`.
     */
    id: string;
    /**
     * What its voucher counts as.
     */
    family: Family;
    /**
     * When it was first seen to be offered; a lower bound.
     */
    firstSeen?: Day;
    /**
     * When it ends. Several are a conflict or an extension: the first binds, all are shown.
     */
    ends?: Ending[];
    /**
     * The exam's own page, if not the list's.
     */
    url?: string;
    /**
     * Where it was read.
     */
    cites: Cite[];
}

/**
 * A value from its first day on, with its source.
 */
export interface Fact<T> {
    /**
     * The first day it is known to hold; absent where no earlier value is known.
     */
    from?: Day;
    /**
     * The value.
     */
    value: T;
    /**
     * Where it was read.
     */
    cites: Cite[];
    /**
     * How far it can be relied on.
     */
    confidence: Confidence;
}

/**
 * What an exam belongs to when vouchers are counted.
 */
export type Family = "mos" | "mta" | "mce" | "fundamentals" | "mcp";

/**
 * The Imagine Academy: a benefit of academic agreements.
 */
export interface ImagineAcademy {
    /**
     * Programmes whose first purchase or renewal grants it, from the first day of each fact.
     */
    programmes: Fact<string[]>[];
    /**
     * Free exam vouchers for an agreement.
     */
    freeVouchers: Fact<number>[];
    /**
     * What the free vouchers may be used for.
     */
    families: Fact<Family[]>[];
    /**
     * Who may use the free vouchers.
     */
    audiences: Fact<Audience[]>[];
    /**
     * Months that the free vouchers are assumed to live.
     */
    voucherMonths: Fact<number>[];
    /**
     * Days after its end in which the membership can be renewed without losing its id.
     */
    graceDays: Fact<number>[];
    /**
     * The further benefits (PRD-5).
     */
    benefits: Benefit[];
}

/**
 * How long people should prepare.
 */
export type Level = "basic" | "advanced";

/**
 * The type of licence printed for a product.
 */
export type LicenceType = "ssl" | "per-user-sl";

/**
 * A page or mailbox, by topic.
 */
export interface Link {
    /**
     * Such as `prices`, `test-centre`, `exams`, `legacy-e-learning`.
     */
    topic: string;
    /**
     * What one finds there.
     */
    text: Text;
    /**
     * `https:` or `mailto:`.
     */
    url: string;
    /**
     * Where it was read.
     */
    cites: Cite[];
}

/**
 * A published example or a fact that the engine does not compute with.
 */
export interface Note {
    /**
     * Such as `T11`.
     */
    id: string;
    /**
     * Such as `proration`, `prices`, `pass-rates`, `price-levels`.
     */
    topic: string;
    /**
     * What it says, in our words.
     */
    text: Text;
    /**
     * Where it was read.
     */
    cites: Cite[];
    /**
     * How far it can be relied on.
     */
    confidence: Confidence;
}

/**
 * What speaks for the choices of a policy. The choices themselves are in `policy.rs`.
 */
export interface PolicyNote {
    /**
     * The policy's name, such as `months`.
     */
    id: string;
    /**
     * The question it answers.
     */
    text: Text;
    /**
     * Each choice, the default first.
     */
    choices: ChoiceNote[];
}

/**
 * Months of preparation (PLN-2, PLN-5).
 */
export interface Preparation {
    /**
     * For a basic certification.
     */
    basicMonths: Fact<number>[];
    /**
     * For an advanced certification.
     */
    advancedMonths: Fact<number>[];
    /**
     * One semester, for an MTA certification.
     */
    semesterMonths: Fact<number>[];
}

/**
 * Something that can be ordered.
 */
export interface Product {
    /**
     * Such as `site-500`.
     */
    id: string;
    /**
     * As the vendor writes it.
     */
    name: Text;
    /**
     * A few words for tables.
     */
    short: Text;
    /**
     * How the planner treats it.
     */
    kind: ProductKind;
    /**
     * Families its exams may be used for, before policies add to them.
     */
    families: Family[];
    /**
     * Who may use it; empty means everybody.
     */
    audiences?: Audience[];
    /**
     * Exams in one unit; empty for access products.
     */
    exams: Fact<number>[];
    /**
     * Months after the purchase that its vouchers live; empty for access products.
     */
    validMonths: Fact<number>[];
    /**
     * The type of licence. Several without days are a conflict: the first is shown on orders.
     */
    licence: Fact<LicenceType>[];
    /**
     * Points towards a price level.
     */
    points: Fact<number>[];
    /**
     * The first day it could be ordered, where known.
     */
    saleStarts?: Fact<Day>;
    /**
     * The last day it could be ordered, where sales have ended.
     */
    saleEnds?: Fact<Day>;
    /**
     * Restrictions and conditions of use.
     */
    conditions?: CitedText[];
    /**
     * Assumptions a plan makes when it orders the product, by id.
     */
    assumptions?: string[];
}

/**
 * What a product is, as far as the planner treats it differently.
 */
export type ProductKind = "site-pack" | "class-pack" | "voucher" | "reference-library";

/**
 * A programme of Volume Licensing.
 */
export interface Programme {
    /**
     * Such as `ees`.
     */
    id: string;
    /**
     * As the vendor writes it.
     */
    name: Text;
    /**
     * The vendor's abbreviation, such as `EES`.
     */
    short: string;
    /**
     * Who may hold it.
     */
    segment: Segment;
    /**
     * Usual lengths of an agreement in months, the most common first; for proposals only.
     */
    terms: Fact<number>[];
    /**
     * Minimums and price levels, for information.
     */
    notes?: CitedText[];
}

/**
 * So many exams out of these.
 */
export interface Requirement {
    /**
     * How many, at least 1 and at most as many as listed.
     */
    choose: number;
    /**
     * Exams by number.
     */
    of: string[];
}

/**
 * Waits and caps for repeated attempts of one exam.
 */
export interface RetakeRule {
    /**
     * For exams of these families.
     */
    families: Family[];
    /**
     * The first day it is known to hold; absent where no earlier rule is known.
     */
    from?: Day;
    /**
     * Days between the first attempt and the second.
     */
    firstWaitDays: number;
    /**
     * Days between later attempts.
     */
    laterWaitDays: number;
    /**
     * Attempts allowed within twelve months; absent where there is no cap.
     */
    mostInTwelveMonths?: number;
    /**
     * When those twelve months start.
     */
    twelveMonthsStart?: CapStart;
    /**
     * Whether a passed exam may be taken again.
     */
    againAfterPass: boolean;
    /**
     * Where it was read.
     */
    cites: Cite[];
    /**
     * How far it can be relied on.
     */
    confidence: Confidence;
}

/**
 * A rule of the source document.
 */
export interface Rule {
    /**
     * Such as `COD-6`.
     */
    id: string;
    /**
     * What it says, in our words.
     */
    text: Text;
    /**
     * Where it says so.
     */
    cites: Cite[];
}

/**
 * A part of a source.
 */
export interface Section {
    /**
     * Short name after the `#` of a cite.
     */
    id: string;
    /**
     * The heading, in the source's language.
     */
    title: string;
}

/**
 * Who may hold an agreement.
 */
export type Segment = "academic" | "commercial" | "any";

/**
 * One side of a [`Conflict`].
 */
export interface Side {
    /**
     * What it says, in our words.
     */
    text: Text;
    /**
     * Where.
     */
    cites: Cite[];
    /**
     * The choice of the conflict's policy that it speaks for, where it has one.
     */
    choice?: string;
}

/**
 * A text that facts were read from.
 */
export interface Source {
    /**
     * Short name that cites use.
     */
    id: string;
    /**
     * The title as printed.
     */
    title: string;
    /**
     * Where it can be read.
     */
    url: string;
    /**
     * When it was published, as exactly as known: `2021-06-28`, `2010-10`, `2014`.
     */
    published?: string;
    /**
     * The day we read it.
     */
    read: Day;
    /**
     * How far the text as a whole can be relied on.
     */
    confidence: Confidence;
    /**
     * What else to know: a mirror, a translation, the commit.
     */
    note?: Text;
    /**
     * Sections that cites point at.
     */
    sections?: Section[];
}

/**
 * A text in each language the planner speaks.
 */
export interface Text {
    /**
     * English.
     */
    en: string;
    /**
     * Chinese, simplified.
     */
    zh: string;
}

/**
 * How a certification is named and counted by the vendor.
 */
export type Track = "mos" | "mta" | "mce" | "fundamentals" | "mcsa" | "mcse" | "mcsd" | "role-based";

/**
 * Training vouchers of Software Assurance: each turns days of training into a booking.
 */
export interface TrainingVouchers {
    /**
     * Days from its creation that a voucher lives.
     */
    lifeDays: Fact<number>[];
    /**
     * Days of training that a voucher holds, at most.
     */
    mostDays: Fact<number>[];
    /**
     * Whether days unused when a voucher ends return, as long as the agreement is active.
     */
    returnUnused: Fact<boolean>[];
}

/**
 * Until when access products run (model 2).
 */
export type AccessTerm = "agreement" | "term";

/**
 * In which month a charge is booked (model 2).
 */
export type BookOn = "invoice" | "order";

/**
 * A policy and one of its choices.
 */
export interface Choice {
    /**
     * The policy's name.
     */
    policy: string;
    /**
     * The choice's name.
     */
    choice: string;
}

/**
 * On which day the coverage of an order starts (model 1).
 */
export type Coverage = "first-of-next-month" | "order-day";

/**
 * What is prorated of an exam product (model 2, COD-2).
 */
export type ExamBenefit = "time" | "count" | "none";

/**
 * Until when codes can be used (model 3, COD-6, PRD-9).
 */
export type Expiry = "earliest" | "agreement-end" | "twelve-months";

/**
 * Who decides how the free staff vouchers are shared between sites (model 5).
 */
export type FreeSplit = "optimal" | "manual";

/**
 * How often the free staff vouchers are granted (model 5, PRD-4).
 */
export type FreeVouchers = "once" | "yearly";

/**
 * The last day of twelve months from a purchase (model 3).
 */
export type LastDay = "day-before" | "anniversary";

/**
 * Which MCP products may be used for Fundamentals (model 5).
 */
export type McpCoversFundamentals = "single" | "single-and-class" | "none";

/**
 * Whether role-based certifications count as MCP (model 5).
 */
export type McpCoversRoleBased = "yes" | "no";

/**
 * How many months are charged (model 2).
 */
export type Months = "full" | "full-min-6" | "started" | "months-and-days" | "days" | "none";

/**
 * How long to prepare for an MTA certification (model 4, PLN-5).
 */
export type MtaPreparation = "semester" | "six";

/**
 * One choice for each policy that an agreement's plan depends on. What is absent is the default.
 */
export interface Policies {
    /**
     * On which day the coverage of an order starts (model 1).
     */
    coverage?: Coverage;
    /**
     * Until when an order of exams runs (model 2, COD-3, COD-4).
     */
    term?: Term;
    /**
     * Whether all products share their terms (model 2).
     */
    termScope?: TermScope;
    /**
     * Until when access products run (model 2).
     */
    accessTerm?: AccessTerm;
    /**
     * How many months are charged (model 2).
     */
    months?: Months;
    /**
     * Where a prorated charge is rounded (model 2).
     */
    roundAt?: RoundAt;
    /**
     * In which month a charge is booked (model 2).
     */
    bookOn?: BookOn;
    /**
     * What is prorated of an exam product (model 2, COD-2).
     */
    examBenefit?: ExamBenefit;
    /**
     * Until when codes can be used (model 3, COD-6, PRD-9).
     */
    expiry?: Expiry;
    /**
     * The last day of twelve months from a purchase (model 3).
     */
    lastDay?: LastDay;
    /**
     * How long to prepare for an MTA certification (model 4, PLN-5).
     */
    mtaPreparation?: MtaPreparation;
    /**
     * Whether role-based certifications count as MCP (model 5).
     */
    mcpCoversRoleBased?: McpCoversRoleBased;
    /**
     * Which MCP products may be used for Fundamentals (model 5).
     */
    mcpCoversFundamentals?: McpCoversFundamentals;
    /**
     * Whether a site pack may be used at other sites of the agreement (model 5).
     */
    sharePacks?: SharePacks;
    /**
     * How often the free staff vouchers are granted (model 5, PRD-4).
     */
    freeVouchers?: FreeVouchers;
    /**
     * Who decides how the free staff vouchers are shared between sites (model 5).
     */
    freeSplit?: FreeSplit;
    /**
     * How a fraction of a minor unit is rounded (model 2).
     */
    rounding?: Rounding;
    /**
     * Business days between the order and the invoice (model 6): 0 is the day of the order.
     */
    invoiceLag?: number;
}

/**
 * Where a prorated charge is rounded (model 2).
 */
export type RoundAt = "unit" | "line";

/**
 * Whether a site pack may be used at other sites of the agreement (model 5).
 */
export type SharePacks = "no" | "yes";

/**
 * Until when an order of exams runs (model 2, COD-3, COD-4).
 */
export type Term = "co-terminate" | "agreement-end" | "independent";

/**
 * Whether all products share their terms (model 2).
 */
export type TermScope = "agreement" | "product";

/**
 * Something about one field that keeps its agreement from being planned.
 */
export interface Problem extends ProblemCode {
    /**
     * The field, such as `agreements[0].groups[2].people`.
     */
    path: string;
}

/**
 * What can be wrong with a field.
 */
export type ProblemCode = { code: "malformed"; detail: string } | { code: "unknown-version"; known: number } | { code: "required" } | { code: "not-a-day" } | { code: "not-a-number" } | { code: "not-whole" } | { code: "too-small"; least: string } | { code: "too-large"; most: string } | { code: "too-many-places"; places: number } | { code: "not-a-currency" } | { code: "ends-before-start"; start: Day } | { code: "unknown"; id: string } | { code: "duplicate"; id: string } | { code: "empty" } | { code: "too-many"; most: number } | { code: "waves-do-not-add-up"; people: number; waves: number } | { code: "more-than-granted"; granted: number } | { code: "breaks-not-rising" } | { code: "out-of-calendar" };

/**
 * The type of a value, or what types of values a field takes.
 */
export type Kind = "null" | "boolean" | "number" | "string" | "array" | "object" | "whole-number" | "text-or-number";

/**
 * Why a field cannot be read.
 */
export type Mistake = { kind: "not-json"; what: string; line: number; column: number } | { kind: "missing-field"; field: string } | { kind: "unknown-field"; field: string; known: string[] } | { kind: "repeated-field"; field: string } | { kind: "unknown-choice"; choice: string; known: string[] } | { kind: "wrong-type"; found: Kind; expected: Kind } | { kind: "out-of-range"; number: string; most: number } | { kind: "not-a-day"; text: string } | { kind: "and-more"; named: number };

/**
 * A value as typed: a text, or a number in its decimal digits.
 */
export type Entry = string | number;

/**
 * Everything a plan depends on. The same scenario always gives the same plan.
 */
export interface Scenario {
    /**
     * The version of this layout: 1.
     */
    version?: number;
    /**
     * What the user calls it.
     */
    name?: string;
    /**
     * The day on which the plan is made; the engine asks no clock.
     */
    today?: Entry;
    /**
     * Each is planned by its own rules.
     */
    agreements?: ScenarioAgreement[];
}

/**
 * What is bought at the discounts of the Imagine Academy (PRD-5), at the user's own prices.
 */
export interface ScenarioAcademyDiscounts {
    /**
     * How many join the trainer programme (MCT).
     */
    trainers?: Entry;
    /**
     * What the trainer programme costs for one, before the discount.
     */
    trainerPrice?: Entry;
    /**
     * What books of Microsoft Press cost together, before the discount.
     */
    press?: Entry;
}

/**
 * An agreement of Volume Licensing and what is to be done under it.
 */
export interface ScenarioAgreement {
    /**
     * Unique in the scenario; may be left out where there is one.
     */
    id?: string;
    /**
     * What the user calls it.
     */
    name?: string;
    /**
     * A programme of the catalogue, such as `ees`.
     */
    programme?: string;
    /**
     * The first day.
     */
    start?: Entry;
    /**
     * The last day.
     */
    end?: Entry;
    /**
     * An earlier agreement that is being renewed; for information.
     */
    renewal?: boolean;
    /**
     * Where the institution is, such as `CN` of ISO 3166; for information: the page proposes its currency and weekend.
     */
    region?: string;
    /**
     * ISO 4217, such as `USD`. Needed with prices.
     */
    currency?: string;
    /**
     * The month, 1 to 12, in which the fiscal year starts. January where absent.
     */
    fiscalYearStart?: Entry;
    /**
     * The part of needs that is to be covered surely, above 0 up to 1: 0.95. Certainty where absent.
     */
    serviceLevel?: Entry;
    /**
     * Schools, campuses, offices. One unnamed site where there are none.
     */
    sites?: ScenarioSite[];
    /**
     * Whom to certify.
     */
    groups?: ScenarioGroup[];
    /**
     * Exams in hand.
     */
    stock?: ScenarioStock[];
    /**
     * Orders already placed; they open terms like planned ones.
     */
    orders?: ScenarioOrder[];
    /**
     * What of the Imagine Academy's free vouchers is used, and who gets the rest.
     */
    freeVouchers?: ScenarioFreeVouchers;
    /**
     * Libraries of reference books.
     */
    libraries?: ScenarioLibrary[];
    /**
     * Training days and vouchers of Software Assurance.
     */
    softwareAssurance?: ScenarioSoftwareAssurance;
    /**
     * What is bought at the discounts of the Imagine Academy.
     */
    academyDiscounts?: ScenarioAcademyDiscounts;
    /**
     * A contract on e-learning from before its sale ended; nothing is planned for it (PRD-10).
     */
    legacyELearning?: boolean;
    /**
     * The user's own prices.
     */
    prices?: ScenarioPrice[];
    /**
     * What one exam costs elsewhere, by family, to compare with. Never used to plan.
     */
    singlePrices?: ScenarioSinglePrice[];
    /**
     * Weekends, holidays, working days.
     */
    calendar?: ScenarioCalendar;
    /**
     * Named choices.
     */
    policies?: Policies;
    /**
     * Whom the agreement names as its notices and online contact (COD-8).
     */
    noticesContact?: string;
}

/**
 * A price from a number of units on.
 */
export interface ScenarioBreak {
    /**
     * The least number of units of a line.
     */
    units?: Entry;
    /**
     * The price of each, for twelve months, tax out.
     */
    price?: Entry;
}

/**
 * Business days.
 */
export interface ScenarioCalendar {
    /**
     * Saturday and Sunday where absent.
     */
    weekend?: Weekday[];
    /**
     * Days without work.
     */
    holidays?: Entry[];
    /**
     * Days with work although they fall on a weekend or holiday.
     */
    workingDays?: Entry[];
}

/**
 * What of the free staff vouchers is used, and who gets the rest.
 */
export interface ScenarioFreeVouchers {
    /**
     * How many are used or given away already; 0 where absent.
     */
    used?: Entry;
    /**
     * How the rest is shared, with the policy `free-split`: `manual`.
     */
    split?: ScenarioShare[];
    /**
     * When the Imagine Academy membership was invoiced, if it was: it runs from that day.
     */
    invoiced?: Entry;
}

/**
 * People who take the same exams together.
 */
export interface ScenarioGroup {
    /**
     * Unique in the agreement; may be left out.
     */
    id?: string;
    /**
     * What the user calls it.
     */
    name?: string;
    /**
     * How many.
     */
    people?: Entry;
    /**
     * Who they are.
     */
    audience?: Audience;
    /**
     * A site's id; may be left out where there is one site.
     */
    site?: string;
    /**
     * Certifications of the catalogue that each person takes.
     */
    certifications?: string[];
    /**
     * Certifications of the catalogue that everybody holds already.
     */
    held?: string[];
    /**
     * Exams that everybody has passed already.
     */
    passed?: string[];
    /**
     * When preparation starts; today where absent.
     */
    preparationStart?: Entry;
    /**
     * Months of preparation, instead of the level's.
     */
    preparationMonths?: Entry;
    /**
     * When the exams are taken. Nothing given: the later of today and the ready day.
     */
    sittings?: ScenarioSitting[];
    /**
     * The part of attempts that succeed, above 0 up to 1.
     */
    passRate?: Entry;
    /**
     * Attempts allowed for one exam; 1 where absent.
     */
    attempts?: Entry;
    /**
     * The part of bookings that are missed, 0 or more and below 1; 0 where absent.
     */
    noShowRate?: Entry;
    /**
     * Bookings repeated after a no-show, for each attempt; 0 where absent.
     */
    rebookings?: Entry;
}

/**
 * A library of reference books.
 */
export interface ScenarioLibrary {
    /**
     * What the user calls it.
     */
    name?: string;
    /**
     * How many people read it: one licence each (PRD-1).
     */
    users?: Entry;
    /**
     * From when; today where absent.
     */
    from?: Entry;
}

/**
 * An order already placed.
 */
export interface ScenarioOrder {
    /**
     * When.
     */
    day?: Entry;
    /**
     * A product of the catalogue.
     */
    product?: string;
    /**
     * How many units.
     */
    quantity?: Entry;
    /**
     * A site's id, for a site pack.
     */
    site?: string;
}

/**
 * The price of a product for twelve months, tax out.
 */
export interface ScenarioPrice {
    /**
     * A product of the catalogue.
     */
    product?: string;
    /**
     * In the currency's major unit: `9420.00`.
     */
    price?: Entry;
    /**
     * As in the user's price book.
     */
    partNumber?: string;
    /**
     * Lower prices from a number of units on, for all units of a line.
     */
    breaks?: ScenarioBreak[];
}

/**
 * A site's share of the free vouchers.
 */
export interface ScenarioShare {
    /**
     * A site's id.
     */
    site?: string;
    /**
     * How many.
     */
    exams?: Entry;
}

/**
 * What one exam costs elsewhere.
 */
export interface ScenarioSinglePrice {
    /**
     * `mos`, `mta`, `mce`, `fundamentals` or `mcp`.
     */
    family?: string;
    /**
     * In the agreement's currency.
     */
    price?: Entry;
}

/**
 * A school, campus or office.
 */
export interface ScenarioSite {
    /**
     * Unique in the agreement.
     */
    id?: string;
    /**
     * What the user calls it.
     */
    name?: string;
    /**
     * The first day on which it is an authorised test centre; blank where it is not (COD-9).
     */
    testCentreFrom?: Entry;
}

/**
 * A day on which a group, or part of it, takes its exams.
 */
export interface ScenarioSitting {
    /**
     * The day.
     */
    day?: Entry;
    /**
     * How many people; all where it is the only one.
     */
    people?: Entry;
}

/**
 * Training days and vouchers of Software Assurance (PRG-3). Vouchers do not count among the days.
 */
export interface ScenarioSoftwareAssurance {
    /**
     * Days of training that no voucher holds; 0 where absent.
     */
    days?: Entry;
    /**
     * Vouchers created, or to be created.
     */
    vouchers?: ScenarioTrainingVoucher[];
}

/**
 * Exams in hand, with a window of their own.
 */
export interface ScenarioStock {
    /**
     * A product of the catalogue that says what they may be used for.
     */
    product?: string;
    /**
     * How many exams are left.
     */
    exams?: Entry;
    /**
     * The first day on which they can be used; today where absent.
     */
    from?: Entry;
    /**
     * The last day on which they can be used.
     */
    until?: Entry;
    /**
     * A site's id; blank for any.
     */
    site?: string;
}

/**
 * A training voucher of Software Assurance.
 */
export interface ScenarioTrainingVoucher {
    /**
     * When it was created, or is to be.
     */
    created?: Entry;
    /**
     * Days of training it holds.
     */
    days?: Entry;
    /**
     * Days of them already taken; 0 where absent.
     */
    used?: Entry;
    /**
     * Whether it is meant for an Azure course.
     */
    azure?: boolean;
}

/**
 * A partner's prices, for whoever has none of their own.
 */
export interface PriceBook {
    /**
     * Of this layout: 1.
     */
    version: number;
    /**
     * What the partner calls it; the reason of each price says so.
     */
    name: string;
    /**
     * The day the prices were set.
     */
    date: Day;
    /**
     * ISO 4217, such as `USD`, for every price.
     */
    currency: string;
    /**
     * Prices under every programme, where no list says otherwise.
     */
    prices?: ScenarioPrice[];
    /**
     * What one exam costs elsewhere, under every programme, where no list says otherwise.
     */
    singlePrices?: ScenarioSinglePrice[];
    /**
     * Prices of some programmes. One that names the programme goes before one of its segment, that before one of `any`.
     */
    lists?: PriceList[];
}

/**
 * Prices of some programmes: of those that are named, or of those of a segment.
 */
export interface PriceList {
    /**
     * Programmes of the catalogue, such as `ees`.
     */
    programmes?: string[];
    /**
     * The segment of programmes, as the catalogue has it, or `any` for each; where programmes are named, theirs too.
     */
    segment?: Segment;
    /**
     * Prices.
     */
    prices?: ScenarioPrice[];
    /**
     * What one exam costs elsewhere.
     */
    singlePrices?: ScenarioSinglePrice[];
}

/**
 * Identical, independent exam bookings: how many, and how many attempts each takes.
 */
export interface AttemptTerm {
    /**
     * Persons times exams.
     */
    bookings: number;
    /**
     * The part of attempts that succeed.
     */
    passRate: Ratio;
    /**
     * Attempts allowed.
     */
    attempts: number;
    /**
     * The part of bookings that are missed.
     */
    noShowRate: Ratio;
    /**
     * Bookings repeated after a no-show, for each attempt.
     */
    rebookings: number;
}

/**
 * A value and the figure that explains it.
 */
export interface Explained<T> {
    /**
     * The value.
     */
    value: T;
    /**
     * The figure that says why.
     */
    why: FigureId;
}

/**
 * A value of a plan and how it came about.
 */
export interface Figure {
    /**
     * What the value is of.
     */
    what: What;
    /**
     * The value.
     */
    value: Value;
    /**
     * How it follows from the figures in `of`.
     */
    step: Step;
    /**
     * The figures that went in, each before this one in the list.
     */
    of?: FigureId[];
    /**
     * Rules of the source document that ask for it.
     */
    rules?: string[];
    /**
     * Where its facts were read.
     */
    cites?: Cite[];
    /**
     * The policy it follows, by name, if one: the choice is in the plan's list.
     */
    policy?: string;
}

/**
 * How a figure follows from those in its `of`, in their order.
 */
export type Step = { kind: "input"; path: string; default: boolean } | { kind: "price-book"; name: string; date: Day; path: string } | { kind: "fact"; of: string } | { kind: "by-policy"; choice: string } | { kind: "earliest" } | { kind: "latest" } | { kind: "coverage-start"; coverage: Coverage } | { kind: "plus-months" } | { kind: "latest-start" } | { kind: "months-end"; lastDay: LastDay } | { kind: "plus-days" } | { kind: "plus-business-days" } | { kind: "last-safe"; codes: boolean } | { kind: "last-charged"; coverage: Coverage; months: Months } | { kind: "first-business-day" } | { kind: "days-inside" } | { kind: "months-between"; months: Months; cap: number | null } | { kind: "part-of-twelve" } | { kind: "whole" } | { kind: "sum" } | { kind: "product" } | { kind: "difference" } | { kind: "least" } | { kind: "quotient" } | { kind: "floor-product" } | { kind: "rounded-product"; rounding: Rounding } | { kind: "rounded-line"; rounding: Rounding } | { kind: "quantile"; terms: AttemptTerm[] } | { kind: "mean"; terms: AttemptTerm[] } | { kind: "minimum"; terms: AttemptTerm[] } | { kind: "maximum"; terms: AttemptTerm[] } | { kind: "chance-above"; terms: AttemptTerm[] } | { kind: "unused"; terms: AttemptTerm[] } | { kind: "any-above" } | { kind: "attempts-fit"; waits: number[] } | { kind: "chosen"; choice: number; product: string; day: Day } | { kind: "bound"; choice: number } | { kind: "allotted"; cover: string; id: string };

/**
 * A value of one of the kinds a plan has.
 */
export type Value = { type: "day"; day: Day } | { type: "count"; count: number } | { type: "ratio"; ratio: Ratio } | { type: "money"; minor: number };

/**
 * What a figure is of. The page has a name for each.
 */
export type What = "today" | "agreement-start" | "agreement-end" | "order-day" | "last-safe-order-day" | "coverage-start" | "term-end" | "twelve-months-end" | "months-charged" | "least-months" | "factor" | "unit-price" | "unit-charge" | "line-charge" | "total-charge" | "units" | "exams-per-unit" | "exams-bought" | "exams-used" | "exams-unused" | "acknowledged" | "invoice-day" | "invoice-lag" | "lead-days" | "earliest-delivery" | "latest-delivery" | "purchase-expiry" | "valid-months" | "usable-until" | "people" | "exams-of-certification" | "exams-of-prerequisite" | "exams-passed" | "exams-shared" | "exams-per-person" | "attempts" | "attempts-cap" | "attempts-in-time" | "retakes-until" | "last-exam-day" | "service-level" | "need" | "expected-need" | "least-need" | "most-need" | "chance-short" | "expected-unused" | "preparation-start" | "preparation-months" | "ready-day" | "sitting" | "line-last-day" | "retake-waits" | "latest-preparation-start" | "order-by" | "free-granted" | "free-used" | "free-until" | "membership-invoiced" | "membership-until" | "grace-days" | "grace-until" | "stock-used" | "users" | "licences" | "access-days" | "access-from" | "access-until" | "month-charge" | "year-charge" | "single-price" | "single-cost" | "saving" | "saving-rate" | "lower-bound" | "exams-to-buy" | "exams-uncovered" | "last-orderable-day" | "sale-end" | "months-left" | "training-days" | "training-days-returned" | "training-pool" | "training-pool-until" | "last-day-to-create" | "last-day-to-redeem" | "voucher-created" | "voucher-life" | "voucher-life-end" | "voucher-until" | "voucher-days" | "voucher-days-taken" | "voucher-days-unused" | "trainers" | "list-price" | "pay-rate" | "discounted-price";

/**
 * What stands in the way of a need, together with others.
 */
export type ConflictFact = { kind: "today"; day: Day } | { kind: "agreement-start"; day: Day } | { kind: "agreement-end"; day: Day } | { kind: "lead-time"; product: string } | { kind: "sitting"; day: Day } | { kind: "retakes"; until: Day } | { kind: "test-centre"; site: string; from: Day } | { kind: "term-end"; product: string; day: Day } | { kind: "codes-end"; product: string; day: Day } | { kind: "sale-end"; product: string; day: Day } | { kind: "audience"; product: string; audience: Audience } | { kind: "programme"; programme: string; product: string; known: boolean } | { kind: "no-price"; product: string } | { kind: "policy"; policy: string; choice: string };

/**
 * One of the facts and entries that together make it impossible to cover a need.
 */
export interface ConflictPart {
    /**
     * What it is.
     */
    fact: ConflictFact;
    /**
     * The field it was entered in; absent where a source says so.
     */
    path: string | null;
}

/**
 * A field of the scenario and the value to set it to.
 */
export interface FieldChange {
    /**
     * The field.
     */
    path: string;
    /**
     * Its value.
     */
    value: string;
}

/**
 * Something to know about a plan.
 */
export interface Finding extends FindingCode {
    /**
     * How grave it is.
     */
    severity: Severity;
    /**
     * The field it concerns, such as `agreements[0].groups[2].sittings[0].day`.
     */
    path: string;
    /**
     * Rules of the source document behind it.
     */
    rules: string[];
    /**
     * Where its facts were read.
     */
    cites: Cite[];
    /**
     * What would put it right.
     */
    repairs: Repair[];
}

/**
 * What a finding says.
 */
export type FindingCode = { code: "need-uncovered"; site: string; audience: Audience; family: Family; sitting: Day; exams: number; conflict: ConflictPart[] } | { code: "order-day-passed"; product: string; sitting: Day; lastSafe: Day } | { code: "test-centre-missing"; site: string } | { code: "test-centre-too-late"; site: string; from: Day; sitting: Day } | { code: "sitting-before-ready"; group: string; certification: string; sitting: Day; ready: Day; latestStart: Day } | { code: "sitting-outside-agreement"; group: string; sitting: Day; start: Day; end: Day } | { code: "sitting-passed"; group: string; sitting: Day } | { code: "exam-ended"; exam: string; ended: Day; sitting: Day } | { code: "certification-ended"; certification: string; ended: Day; sitting: Day } | { code: "end-disputed"; of: string; days: Day[] } | { code: "codes-end-before"; product: string; sitting: Day; until: Day } | { code: "exams-unused"; product: string; exams: number; minor: number | null } | { code: "zero-factor"; product: string; day: Day } | { code: "not-sold"; product: string; known: boolean } | { code: "not-priced"; product: string } | { code: "prices-in-other-currency"; name: string; date: Day; currency: string } | { code: "attempts-cut"; group: string; certification: string; asked: number; allowed: number; byRule: boolean } | { code: "no-show-without-rebooking"; group: string } | { code: "fundamentals-in-no-pack" } | { code: "free-vouchers-unused"; exams: number; until: Day } | { code: "no-imagine-academy"; programme: string } | { code: "sale-assumed"; product: string; assumption: string } | { code: "agreement-not-in-force"; start: Day; end: Day } | { code: "saving-outside-claim"; percent: number; low: number; high: number } | { code: "nothing-to-take"; group: string } | { code: "no-certification"; group: string } | { code: "site-pack-audience"; audience: Audience } | { code: "library-restriction" } | { code: "expiry-disputed"; product: string; planned: Day; other: Day } | { code: "gap-left"; minor: number | null; exams: number } | { code: "minimum-months-elsewhere"; product: string } | { code: "contact-missing" } | { code: "training-voucher-ends"; until: Day; days: number; returned: boolean; past: boolean } | { code: "training-voucher-too-late"; last: Day } | { code: "training-days-lapse"; days: number; until: Day; past: boolean } | { code: "training-accrual-ended"; day: Day; before: boolean } | { code: "azure-courses-left"; day: Day } | { code: "no-academy-discounts"; programme: string; from: Day | null } | { code: "legacy-e-learning" };

/**
 * A change of the scenario that puts a finding right: set the field to the value, and the others with it.
 */
export interface Repair {
    /**
     * What the repair does.
     */
    action: RepairAction;
    /**
     * The field to set.
     */
    path: string;
    /**
     * The value to set it to.
     */
    value: string;
    /**
     * Fields to set with it: exam days of others that need the same.
     */
    also?: FieldChange[];
    /**
     * What the plan comes to with it, where it was planned again.
     */
    effect?: RepairEffect;
}

/**
 * What a repair does.
 */
export type RepairAction = "move-sitting" | "start-preparation" | "fewer-attempts" | "authorise-test-centre" | "choose-certification" | "extend-agreement" | "choose-programme" | "switch-policy";

/**
 * What a plan comes to with a repair, made again with it.
 */
export interface RepairEffect {
    /**
     * Exams that nothing covers then, in the whole agreement.
     */
    uncovered: number;
    /**
     * The difference of the total charge in minor units; absent without prices, or where no proof was found.
     */
    charge: number | null;
    /**
     * The difference of exams bought.
     */
    exams: number;
    /**
     * Whether no other repair of the finding leaves less uncovered, or as little for a lower charge.
     */
    cheapest: boolean;
}

/**
 * How grave a finding is.
 */
export type Severity = "blocker" | "warning" | "note";

/**
 * The plan for one agreement.
 */
export interface AgreementPlan {
    /**
     * As in the scenario, or its place: `1`.
     */
    id: string;
    /**
     * As in the scenario.
     */
    name: string;
    /**
     * The programme's id.
     */
    programme: string;
    /**
     * The first day.
     */
    start: Day;
    /**
     * The last day.
     */
    end: Day;
    /**
     * ISO 4217; absent without prices.
     */
    currency: string | null;
    /**
     * Decimal places of the minor unit.
     */
    places: number;
    /**
     * How far the optimiser got, over all lines.
     */
    proof: Proof;
    /**
     * Whole months left in it, from today or its first day on.
     */
    monthsLeft: Explained<Ratio>;
    /**
     * The answer in numbers.
     */
    summary: Summary;
    /**
     * What to order, by day, then product.
     */
    lines: OrderLine[];
    /**
     * How many exams each group needs.
     */
    groups: GroupPlan[];
    /**
     * Needs by site, audience, family and sitting.
     */
    needs: NeedLine[];
    /**
     * What chance leaves, by family.
     */
    families: FamilyOutlook[];
    /**
     * How the packs were chosen, with what each alternative loses by.
     */
    choices: PackChoice[];
    /**
     * The Imagine Academy's free vouchers.
     */
    freeVouchers: FreeVouchersPlan | null;
    /**
     * The Imagine Academy membership, if its invoice day is given.
     */
    membership: MembershipPlan | null;
    /**
     * What of the stock is used.
     */
    stock: StockUse[];
    /**
     * Libraries of reference books.
     */
    libraries: LibraryPlan[];
    /**
     * Training days and vouchers of Software Assurance, if any were entered.
     */
    training: TrainingPlan | null;
    /**
     * What the discounts of the Imagine Academy come to; empty where none was asked for or granted.
     */
    discounts: DiscountPlan[];
    /**
     * Charges by month and fiscal year.
     */
    budget: Budget;
    /**
     * Terms that orders open, placed and planned.
     */
    terms: TermPlan[];
    /**
     * Days and spans to draw.
     */
    timeline: TimelineEntry[];
    /**
     * Products that were left out, and why.
     */
    leftOut: LeftOut[];
    /**
     * Every policy with the choice made.
     */
    policies: PolicyUse[];
    /**
     * Assumptions of the catalogue that the plan rests on, by id.
     */
    assumptions: string[];
    /**
     * Conflicts of the catalogue that touch the plan, by id.
     */
    conflicts: string[];
    /**
     * The saving against the user's own single prices (PRG-2).
     */
    saving: SavingPlan | null;
}

/**
 * What is charged when.
 */
export interface Budget {
    /**
     * By month in which a charge is booked.
     */
    months: MonthBudget[];
    /**
     * By fiscal year.
     */
    years: YearBudget[];
}

/**
 * What one certification of a group takes.
 */
export interface CertificationPlan {
    /**
     * The certification's id.
     */
    certification: string;
    /**
     * Exams each person takes, prerequisites included, passed ones not.
     */
    examsPerPerson: Explained<number>;
    /**
     * The exams, each on the list or as one of several.
     */
    exams: ExamChoice[];
    /**
     * The prerequisite that was added, if one is unmet.
     */
    prerequisite: string | null;
    /**
     * When people are ready.
     */
    ready: Explained<Day>;
    /**
     * Attempts counted on, after the retake rule and the time there is.
     */
    attempts: Explained<number>;
    /**
     * Its sittings.
     */
    sittings: SittingPlan[];
}

/**
 * What covers a part of a need.
 */
export interface Cover {
    /**
     * `free`, `stock` or `bought`.
     */
    kind: CoverKind;
    /**
     * The order line's id, or the stock's place.
     */
    id: string;
    /**
     * How many exams.
     */
    exams: number;
}

/**
 * What covers a need.
 */
export type CoverKind = "free" | "stock" | "bought";

/**
 * What everything in one currency costs.
 */
export interface CurrencyTotal {
    /**
     * ISO 4217.
     */
    currency: string;
    /**
     * Decimal places of the minor unit.
     */
    places: number;
    /**
     * Minor units.
     */
    charge: Explained<number>;
}

/**
 * Exams of which so many are taken.
 */
export interface ExamChoice {
    /**
     * How many.
     */
    choose: number;
    /**
     * Out of these.
     */
    of: string[];
    /**
     * How many of them are passed already.
     */
    passed: number;
    /**
     * How many of them are taken for another certification of the group, and counted there.
     */
    shared: number;
}

/**
 * Exams to buy of a family.
 */
export interface FamilyNeed {
    /**
     * The family.
     */
    family: Family;
    /**
     * How many.
     */
    exams: number;
}

/**
 * What chance leaves of a family's needs, all lines together.
 */
export interface FamilyOutlook {
    /**
     * The family.
     */
    family: Family;
    /**
     * Exams needed at the service level.
     */
    need: Explained<number>;
    /**
     * How many of them are not needed on average.
     */
    expectedUnused: Explained<Ratio>;
    /**
     * The chance that some line needs more than planned, before vouchers left over by other lines are shared.
     */
    chanceShort: Explained<Ratio>;
}

/**
 * The Imagine Academy's free vouchers under an agreement.
 */
export interface FreeVouchersPlan {
    /**
     * Granted by the agreement.
     */
    granted: Explained<number>;
    /**
     * Used or given away before.
     */
    usedBefore: Explained<number>;
    /**
     * Used by the plan.
     */
    used: number;
    /**
     * Left after the plan.
     */
    left: number;
    /**
     * The last day they can be used.
     */
    until: Explained<Day>;
    /**
     * By site.
     */
    sites: SiteUnits[];
}

/**
 * How codes or access arrive.
 */
export type Fulfilment = "site-pack-mail" | "code-list-mail" | "codes";

/**
 * What one group needs.
 */
export interface GroupPlan {
    /**
     * As in the scenario, or its place: `1`.
     */
    id: string;
    /**
     * As in the scenario.
     */
    name: string;
    /**
     * A site's id.
     */
    site: string;
    /**
     * Who they are.
     */
    audience: Audience;
    /**
     * How many.
     */
    people: Explained<number>;
    /**
     * Its certifications.
     */
    certifications: CertificationPlan[];
}

/**
 * A product that was left out, and why.
 */
export interface LeftOut {
    /**
     * The product's id.
     */
    product: string;
    /**
     * Why.
     */
    reason: LeftOutReason;
    /**
     * Where that was read.
     */
    cites: Cite[];
}

/**
 * Why a product was left out.
 */
export type LeftOutReason = { kind: "not-sold" } | { kind: "unknown-whether-sold" } | { kind: "sale-ended"; day: Day } | { kind: "no-price" } | { kind: "too-late"; sitting: Day } | { kind: "nothing-left"; day: Day } | { kind: "audience" };

/**
 * A library of reference books.
 */
export interface LibraryPlan {
    /**
     * As in the scenario.
     */
    name: string;
    /**
     * One for each user.
     */
    licences: Explained<number>;
    /**
     * The first day of access the plan counts on.
     */
    from: Explained<Day>;
    /**
     * The last day of access.
     */
    until: Explained<Day>;
    /**
     * Days of access.
     */
    days: Explained<number>;
    /**
     * The order line.
     */
    line: string;
}

/**
 * Which limit a window's end comes from.
 */
export type Limit = "purchase" | "term" | "agreement";

/**
 * A day that was compared for the end of a window.
 */
export interface LimitDay {
    /**
     * What limits it.
     */
    limit: Limit;
    /**
     * The last day by it.
     */
    day: Explained<Day>;
    /**
     * Whether it binds.
     */
    binding: boolean;
}

/**
 * The Imagine Academy membership (PRD-3).
 */
export interface MembershipPlan {
    /**
     * Its last day.
     */
    until: Explained<Day>;
    /**
     * The last day on which it can be renewed without losing its id and data.
     */
    grace: Explained<Day>;
}

/**
 * What happens on a day of the timeline.
 */
export type Moment = "agreement" | "term" | "preparation" | "order" | "acknowledgement" | "invoice" | "delivery" | "usable" | "sitting" | "retakes" | "latest-start" | "order-by" | "test-centre" | "test-centre-missing" | "exam-ends" | "free-vouchers" | "access" | "sale-ends" | "today";

/**
 * The charges of a month.
 */
export interface MonthBudget {
    /**
     * Its first day.
     */
    month: Day;
    /**
     * Minor units.
     */
    charge: Explained<number>;
}

/**
 * A need that vouchers have to cover: one site, audience, family and sitting.
 */
export interface NeedLine {
    /**
     * A site's id.
     */
    site: string;
    /**
     * Who they are.
     */
    audience: Audience;
    /**
     * What the vouchers must cover.
     */
    family: Family;
    /**
     * The first day they must be usable.
     */
    sitting: Day;
    /**
     * The last day they must be usable.
     */
    lastDay: Explained<Day>;
    /**
     * At the service level.
     */
    need: Explained<number>;
    /**
     * The mean.
     */
    expected: Explained<Ratio>;
    /**
     * If everybody passes at once.
     */
    least: Explained<number>;
    /**
     * If everybody needs every attempt.
     */
    most: Explained<number>;
    /**
     * The chance that the need is higher than planned, rounded to a millionth.
     */
    chanceShort: Explained<Ratio>;
    /**
     * How many of the exams planned are not needed on average, rounded to a millionth.
     */
    expectedUnused: Explained<Ratio>;
    /**
     * What covers it.
     */
    coveredBy: Cover[];
    /**
     * What nothing covers.
     */
    uncovered: number;
}

/**
 * All units of one product ordered on one day.
 */
export interface OrderLine {
    /**
     * Unique in the agreement: product and day.
     */
    id: string;
    /**
     * The product's id.
     */
    product: string;
    /**
     * How the planner treats it.
     */
    kind: ProductKind;
    /**
     * The type of licence to write on the order (PRG-7).
     */
    licence: LicenceType | null;
    /**
     * The user's part number, if given.
     */
    partNumber: string;
    /**
     * Units.
     */
    units: Explained<number>;
    /**
     * Units by site; one entry without a site where the line serves all.
     */
    sites: SiteUnits[];
    /**
     * When to order at the latest, which is when the plan orders.
     */
    orderDay: Explained<Day>;
    /**
     * Exams in one unit, after proration where the policy says so.
     */
    examsPerUnit: Explained<number> | null;
    /**
     * Exams in the line.
     */
    exams: Explained<number> | null;
    /**
     * Exams of the line that needs use.
     */
    used: Explained<number> | null;
    /**
     * Exams of the line that nobody uses.
     */
    unused: Explained<number> | null;
    /**
     * When the charge starts to count.
     */
    coverageStart: Explained<Day>;
    /**
     * When the order's term ends.
     */
    termEnd: Explained<Day>;
    /**
     * Months charged.
     */
    months: Explained<Ratio>;
    /**
     * The part of twelve months that is charged.
     */
    factor: Explained<Ratio>;
    /**
     * The user's price of a unit for twelve months, with breaks applied; minor units.
     */
    unitPrice: Explained<number> | null;
    /**
     * What one unit costs; minor units. Absent where the line is rounded as a whole.
     */
    unitCharge: Explained<number> | null;
    /**
     * What the line costs; minor units.
     */
    charge: Explained<number> | null;
    /**
     * The last day for the order's acknowledgement.
     */
    acknowledged: Explained<Day>;
    /**
     * The day of the invoice.
     */
    invoice: Explained<Day>;
    /**
     * When codes arrive at the earliest.
     */
    earliestDelivery: Explained<Day>;
    /**
     * When codes arrive at the latest; the plan counts on this.
     */
    latestDelivery: Explained<Day>;
    /**
     * The last day an exam can be taken with it; absent for access products.
     */
    usableUntil: Explained<Day> | null;
    /**
     * The days that were compared for it, by what limits.
     */
    limits: LimitDay[];
    /**
     * How it arrives.
     */
    fulfilment: Fulfilment;
    /**
     * The contact to be named in the order, if given (COD-8).
     */
    contact: string;
}

/**
 * Why not one unit fewer: exams that would stay uncovered.
 */
export interface Binding {
    /**
     * The product's id.
     */
    product: string;
    /**
     * When it is ordered.
     */
    day: Day;
    /**
     * Exams that one unit fewer leaves uncovered.
     */
    missing: number;
    /**
     * What they are for: these families together fall short.
     */
    families: Family[];
    /**
     * At these sittings together.
     */
    sittings: Day[];
}

/**
 * A choice of the optimiser: needs that share products, and how they could be served.
 */
export interface PackChoice {
    /**
     * A site's id; absent where the products serve all sites.
     */
    site: string | null;
    /**
     * The sittings, by day.
     */
    sittings: Day[];
    /**
     * Exams to buy, by family.
     */
    needs: FamilyNeed[];
    /**
     * How far the optimiser got.
     */
    proof: Proof;
    /**
     * The objective's first part that no plan can go below: minor units, or exams without prices.
     */
    lowerBound: Explained<number>;
    /**
     * The best row first; each with what it loses by.
     */
    rows: PackRow[];
    /**
     * Search nodes that the proof took.
     */
    nodes: number;
    /**
     * Rounded inequalities that the proof could draw on.
     */
    cuts: number;
    /**
     * What keeps each number of units from being smaller.
     */
    binding: Binding[];
}

/**
 * One way to buy.
 */
export interface PackRow {
    /**
     * Units by product, in the catalogue's order; none at 0.
     */
    units: ProductUnits[];
    /**
     * Minor units; absent without prices.
     */
    charge: number | null;
    /**
     * Exams bought.
     */
    exams: number;
    /**
     * Exams nobody uses.
     */
    unused: number;
    /**
     * Packs and vouchers.
     */
    packs: number;
    /**
     * What it loses by.
     */
    verdict: Verdict;
}

/**
 * A plan for every agreement of a scenario.
 */
export interface Plan {
    /**
     * Of this layout: 1.
     */
    version: number;
    /**
     * The day the plan was made for.
     */
    today: Day;
    /**
     * The day of the catalogue it rests on.
     */
    catalogue: Day;
    /**
     * Search nodes that each choice of packs was allowed: with more, what is only the best found may get better.
     */
    nodes: number;
    /**
     * A plan for each agreement, in the scenario's order.
     */
    agreements: AgreementPlan[];
    /**
     * Total charges by currency.
     */
    totals: CurrencyTotal[];
    /**
     * What to know, the gravest first.
     */
    findings: Finding[];
    /**
     * Every figure; the plan and the figures refer to them by number.
     */
    figures: Figure[];
}

/**
 * A policy with the choice made.
 */
export interface PolicyUse {
    /**
     * The policy and the choice.
     */
    choice: Choice;
    /**
     * Whether it is the default.
     */
    default: boolean;
}

/**
 * Units of a product.
 */
export interface ProductUnits {
    /**
     * The product's id.
     */
    product: string;
    /**
     * When they would be ordered; absent where several days are added up.
     */
    day: Day | null;
    /**
     * How many.
     */
    units: number;
}

/**
 * How far the optimiser got.
 */
export type Proof = "nothing-to-order" | "optimal" | "best-found";

/**
 * The answer to a scenario: a plan, or what is wrong with it.
 */
export type Reply = { outcome: "planned"; plan: Plan } | { outcome: "refused"; problems: Problem[] };

/**
 * What is saved against single prices that the user gave.
 */
export interface SavingPlan {
    /**
     * What all exams needed would cost singly; minor units.
     */
    singleCost: Explained<number>;
    /**
     * What is saved; minor units.
     */
    saving: Explained<number>;
    /**
     * The saved part.
     */
    rate: Explained<Ratio>;
    /**
     * Whether it lies in the band the document speaks of.
     */
    withinClaim: boolean;
}

/**
 * Units of a line for a site.
 */
export interface SiteUnits {
    /**
     * A site's id; absent where the units serve all sites.
     */
    site: string | null;
    /**
     * How many.
     */
    units: number;
}

/**
 * A sitting of a group.
 */
export interface SittingPlan {
    /**
     * The day.
     */
    day: Explained<Day>;
    /**
     * How many people.
     */
    people: number;
    /**
     * The day by which retakes are done.
     */
    lastDay: Explained<Day>;
    /**
     * When preparation has to start at the latest.
     */
    latestPreparationStart: Explained<Day>;
    /**
     * The first last safe day of the orders that serve it; absent where nothing is to be ordered.
     */
    orderBy: Explained<Day> | null;
    /**
     * Whether it is planned; a finding says why not.
     */
    planned: boolean;
}

/**
 * What of a stock is used.
 */
export interface StockUse {
    /**
     * Its place in the scenario's list, from 0.
     */
    index: number;
    /**
     * Used by the plan.
     */
    used: number;
    /**
     * Left over.
     */
    left: number;
    /**
     * The last day it can be used.
     */
    until: Day;
}

/**
 * The answer in numbers.
 */
export interface Summary {
    /**
     * Total charge in minor units; absent without prices.
     */
    charge: Explained<number> | null;
    /**
     * Exams needed at the service level, over all lines.
     */
    examsNeeded: Explained<number>;
    /**
     * Exams to buy after free vouchers and stock.
     */
    examsToBuy: Explained<number>;
    /**
     * Exams in the packs and vouchers ordered.
     */
    examsBought: Explained<number>;
    /**
     * Exams planned for needs that are not needed on average: what certainty costs.
     */
    expectedUnused: Explained<Ratio>;
    /**
     * Exams bought and not used: lost, because codes are not refunded.
     */
    examsUnused: Explained<number>;
    /**
     * The first order day, if anything is ordered.
     */
    firstOrder: Explained<Day> | null;
}

/**
 * A term that orders open.
 */
export interface TermPlan {
    /**
     * The product, where each has its own terms.
     */
    product: string | null;
    /**
     * The day of the order that opens it.
     */
    opened: Day;
    /**
     * Whether an order already placed opens it.
     */
    placed: boolean;
    /**
     * When its coverage starts.
     */
    start: Day;
    /**
     * When it ends.
     */
    end: Day;
}

/**
 * A day or span to draw.
 */
export interface TimelineEntry {
    /**
     * What it marks.
     */
    moment: Moment;
    /**
     * The first day.
     */
    from: Day;
    /**
     * The last day; the same for a day.
     */
    until: Day;
    /**
     * The product, group, certification, exam or site it belongs to, by id.
     */
    of: string;
    /**
     * The order line, where it belongs to one.
     */
    line: string | null;
    /**
     * The rule it follows.
     */
    rule: string | null;
}

/**
 * What an unordered product or choice lost by, against the row chosen.
 */
export type Verdict = { kind: "chosen" } | { kind: "costs-more"; minor: number } | { kind: "buys-more"; exams: number } | { kind: "more-units"; units: number } | { kind: "later-in-order"; product: string };

/**
 * The charges of a fiscal year.
 */
export interface YearBudget {
    /**
     * Its first day.
     */
    start: Day;
    /**
     * Its last day.
     */
    end: Day;
    /**
     * Minor units.
     */
    charge: Explained<number>;
}

/**
 * A purchase at a discount of the Imagine Academy (PRD-5), in minor units of the agreement's currency.
 */
export interface DiscountPlan {
    /**
     * The benefit's id, such as `mct-discount`.
     */
    benefit: string;
    /**
     * What it costs without the discount.
     */
    price: Explained<number>;
    /**
     * What is paid.
     */
    paid: Explained<number>;
    /**
     * What is saved.
     */
    saved: Explained<number>;
}

/**
 * Training days and vouchers of Software Assurance (PRG-3).
 */
export interface TrainingPlan {
    /**
     * Days that no voucher holds, as entered.
     */
    held: Explained<number>;
    /**
     * Days that came back from vouchers that have ended.
     */
    returned: Explained<number>;
    /**
     * Both together.
     */
    pool: Explained<number>;
    /**
     * The last day on which they can go into a voucher.
     */
    until: Explained<Day>;
    /**
     * Whether that day has passed: then the days are lost.
     */
    lapsed: boolean;
    /**
     * The vouchers, in the scenario's order.
     */
    vouchers: TrainingVoucherPlan[];
}

/**
 * What becomes of a training voucher.
 */
export interface TrainingVoucherPlan {
    /**
     * Its last day.
     */
    until: Explained<Day>;
    /**
     * Days not taken yet.
     */
    unused: Explained<number>;
    /**
     * Whether it has ended.
     */
    ended: boolean;
    /**
     * What becomes of the days not taken.
     */
    rest: VoucherRest;
}

/**
 * What becomes of the days that a voucher leaves unused when it ends.
 */
export type VoucherRest = "none" | "returns" | "lost";

/**
 * What would change an agreement's plan.
 */
export interface AgreementComparison {
    /**
     * The agreement's id, as in its plan.
     */
    id: string;
    /**
     * What each policy's other choices would change; only choices that change something.
     */
    policies: PolicyDifference[];
    /**
     * The three ways to prorate exams side by side, each planned for itself (COD-2).
     */
    benefitBudgets: PolicyBudget[];
    /**
     * The order for twelve months against the prorated one, each planned for itself (COD-3).
     */
    termBudgets: PolicyBudget[];
    /**
     * To order everything now against waiting for the last safe days; absent where no order can be placed now.
     */
    waiting: Waiting | null;
    /**
     * The smallest changes of a need at which other packs are best.
     */
    breakEvens: BreakEven[];
    /**
     * For choices over several sittings, the best with more or fewer units of a product.
     */
    alternatives: Alternative[];
    /**
     * What each input would change, the greatest effect on the charge first (on exams bought without prices).
     */
    sensitivity: Sensitivity[];
    /**
     * Groups whose inputs were not varied: only those with the most people are.
     */
    groupsLeft: number;
}

/**
 * The best way to serve the needs of a choice with more, or with fewer, units of a product than the plan has.
 */
export interface Alternative {
    /**
     * The place of the choice in the plan's `choices`, from 0.
     */
    choice: number;
    /**
     * The product's id.
     */
    product: string;
    /**
     * Units of it, at least or at most.
     */
    bound: number;
    /**
     * Whether there are more of it, not fewer.
     */
    more: boolean;
    /**
     * What is ordered then.
     */
    units: ProductUnits[];
    /**
     * What it costs; minor units.
     */
    charge: number | null;
    /**
     * Exams bought.
     */
    exams: number;
    /**
     * Packs and vouchers.
     */
    packs: number;
    /**
     * Whether nothing better exists under this bound.
     */
    proven: boolean;
}

/**
 * The smallest change of a family's need at which another row is best.
 */
export interface BreakEven {
    /**
     * The place of the choice in the plan's `choices`, from 0.
     */
    choice: number;
    /**
     * The family.
     */
    family: Family;
    /**
     * Exams more (or fewer, if negative) than needed now.
     */
    change: number;
    /**
     * The row that is best then.
     */
    units: ProductUnits[];
    /**
     * What it costs then; minor units.
     */
    charge: number | null;
}

/**
 * What would change the plan of each agreement of a scenario.
 */
export interface Comparison {
    /**
     * One for each agreement, in the scenario's order.
     */
    agreements: AgreementComparison[];
}

/**
 * The answer to a scenario whose plan is to be compared: a comparison, or what is wrong with it.
 */
export type ComparisonReply = { outcome: "compared"; comparison: Comparison } | { outcome: "refused"; problems: Problem[] };

/**
 * What lies between two plans: the other less this one.
 */
export interface Difference {
    /**
     * Of the total charge in minor units, if there are prices.
     */
    charge: number | null;
    /**
     * Of exams bought.
     */
    exams: number;
    /**
     * Whether order lines differ in product, day or number.
     */
    orders: boolean;
    /**
     * Of needs that nothing covers.
     */
    uncovered: number;
    /**
     * Whether both plans are proven the best; otherwise the difference may be the search's own.
     */
    proven: boolean;
}

/**
 * What a plan comes to.
 */
export interface Outcome {
    /**
     * Total charge in minor units; absent without prices.
     */
    charge: number | null;
    /**
     * Exams bought.
     */
    exams: number;
    /**
     * Exams needed that nothing covers.
     */
    uncovered: number;
    /**
     * Units by product.
     */
    units: ProductUnits[];
    /**
     * The first order day, if anything is ordered.
     */
    firstOrder: Day | null;
    /**
     * The last day the last code can be used.
     */
    until: Day | null;
    /**
     * Whether no better plan exists; otherwise the search ended before it was sure.
     */
    proven: boolean;
}

/**
 * What a plan comes to under one choice of a policy.
 */
export interface PolicyBudget {
    /**
     * The choice.
     */
    choice: Choice;
    /**
     * What its plan comes to.
     */
    outcome: Outcome;
}

/**
 * What another choice of a policy would change.
 */
export interface PolicyDifference {
    /**
     * The policy and the other choice.
     */
    choice: Choice;
    /**
     * What it would change.
     */
    difference: Difference;
}

/**
 * What a lower and a higher value of one input would change.
 */
export interface Sensitivity {
    /**
     * The field, such as `agreements[0].groups[2].people`. With people, those of its sittings change in
     * proportion; with a price, its breaks; all sittings of a group move together.
     */
    path: string;
    /**
     * The value the plan was made with; the first day of several sittings.
     */
    value: Value;
    /**
     * With the lower value; absent where there is none, or sittings could not be held then.
     */
    low: Variation | null;
    /**
     * With the higher value; absent likewise.
     */
    high: Variation | null;
}

/**
 * What another value of an input would change.
 */
export interface Variation {
    /**
     * The value.
     */
    value: Value;
    /**
     * What it would change.
     */
    difference: Difference;
}

/**
 * To order now, against waiting.
 */
export interface Waiting {
    /**
     * Everything ordered on the first business day of the agreement from today on.
     */
    now: Outcome;
    /**
     * Everything ordered on the last safe days: the plan.
     */
    planned: Outcome;
}

/**
 * What a partner's catalogue is laid over.
 */
export type Base = "embedded" | "none";

/**
 * What becomes of an entry.
 */
export type ChangeKind = "added" | "replaced" | "left-out";

/**
 * Which of the two documents.
 */
export type Document = "catalogue" | "prices";

/**
 * What can be wrong with a document, or with an entry of a catalogue.
 */
export type EntryCode = { code: "malformed"; detail: string; mistake: Mistake } | { code: "unknown-cite"; cite: string } | { code: "uncited" } | { code: "source-taken"; id: string } | { code: "not-an-id"; id: string } | { code: "taken-and-given"; id: string } | { code: "still-needed"; id: string; by: string } | { code: "falling-dates" } | { code: "choose-out-of-range"; choose: number } | { code: "several-families" } | { code: "nothing-to-pass" } | { code: "prerequisite-cycle" } | { code: "empty-text" } | { code: "unreadable-published" } | { code: "read-before-published" } | { code: "unsafe-url" } | { code: "until-before-from" };

/**
 * A partner's supplement to the catalogue. An entry with a known id takes the place of that entry, another is added.
 */
export interface PartnerCatalogue {
    /**
     * Of this layout: 1.
     */
    version: number;
    /**
     * Who says so; shown wherever something of this is.
     */
    name: string;
    /**
     * The day up to which it holds true.
     */
    date: Day;
    /**
     * What it is laid over; the embedded catalogue where absent.
     */
    base?: Base;
    /**
     * Where its facts were read. Cites may also name sources of the embedded catalogue, whose ids are taken.
     */
    sources?: Source[];
    /**
     * What is taken away of the embedded catalogue.
     */
    without?: Without;
    /**
     * Rules, by id.
     */
    rules?: Rule[];
    /**
     * Assumptions, by id.
     */
    assumptions?: Assumption[];
    /**
     * Where texts disagree, by id.
     */
    conflicts?: Conflict[];
    /**
     * Programmes, by id.
     */
    programmes?: Programme[];
    /**
     * Products, by id. Those added come last in the order that breaks ties.
     */
    products?: Product[];
    /**
     * Which programme sells which product. What is said here of the two takes the place of all that is known of them.
     */
    availability?: Availability[];
    /**
     * Solution areas, by id.
     */
    areas?: Area[];
    /**
     * Exams, by number.
     */
    exams?: Exam[];
    /**
     * Certifications, by id.
     */
    certifications?: Certification[];
    /**
     * Waits and caps for repeated attempts. They take the place of all that is known of their families.
     */
    retakes?: RetakeRule[];
    /**
     * How long people prepare.
     */
    preparation?: Preparation;
    /**
     * How long orders take to arrive.
     */
    delivery?: Delivery;
    /**
     * The Imagine Academy and its benefits.
     */
    imagineAcademy?: ImagineAcademy;
    /**
     * Dates of the training benefit of Software Assurance, by id.
     */
    softwareAssurance?: DatedEvent[];
    /**
     * How its training vouchers work.
     */
    trainingVouchers?: TrainingVouchers;
    /**
     * Statements that are quoted and never computed with, by id.
     */
    claims?: Claim[];
    /**
     * Contacts and pages, beside those of the same topic.
     */
    links?: Link[];
    /**
     * Further published examples, by id.
     */
    notes?: Note[];
}

/**
 * What of a catalogue is a partner's.
 */
export interface Supplement {
    /**
     * The partner, as it calls itself.
     */
    name: string;
    /**
     * The day up to which it holds true.
     */
    date: Day;
    /**
     * What it is laid over.
     */
    base: Base;
    /**
     * Its sources, by id: what cites one of them is the partner's statement.
     */
    sources: string[];
    /**
     * What it changes of the base, in the order of the document's fields; nothing where it stands alone.
     */
    changes: SupplementChange[];
}

/**
 * A difference between a partner's catalogue and its base.
 */
export interface SupplementChange {
    /**
     * What becomes of it.
     */
    kind: ChangeKind;
    /**
     * The field of the catalogue, such as `products`.
     */
    list: string;
    /**
     * The id of the entry; `ees/site-500` for what a programme sells, a family for retakes, empty for what is one.
     */
    id: string;
    /**
     * Where the partner says so.
     */
    path: string;
    /**
     * Where it was read.
     */
    cites: Cite[];
    /**
     * Where the statement was read whose place it takes.
     */
    before: Cite[];
}

/**
 * Ids of entries that are taken away. What a programme sells goes with the programme, and with the product.
 */
export interface Without {
    /**
     * Programmes.
     */
    programmes?: string[];
    /**
     * Products.
     */
    products?: string[];
    /**
     * Solution areas.
     */
    areas?: string[];
    /**
     * Exams by number.
     */
    exams?: string[];
    /**
     * Certifications.
     */
    certifications?: string[];
    /**
     * Rules.
     */
    rules?: string[];
    /**
     * Assumptions.
     */
    assumptions?: string[];
    /**
     * Where texts disagree.
     */
    conflicts?: string[];
    /**
     * Dates of the training benefit of Software Assurance.
     */
    softwareAssurance?: string[];
    /**
     * Statements that are quoted.
     */
    claims?: string[];
    /**
     * Topics of links.
     */
    links?: string[];
    /**
     * Further published examples.
     */
    notes?: string[];
}

/**
 * What leads from one plan of an agreement to another. Empty lines: the orders are the same.
 */
export interface AgreementAmendment {
    /**
     * The agreement's id.
     */
    id: string;
    /**
     * ISO 4217, where both plans count in the same currency.
     */
    currency: string | null;
    /**
     * The difference of the total charge in minor units of that currency: later less earlier.
     */
    charge: number | null;
    /**
     * The difference of exams bought.
     */
    exams: number;
    /**
     * Lines that are not the same, by day, then as in the plans.
     */
    lines: LineAmendment[];
}

/**
 * What leads from one plan to another.
 */
export interface Amendment {
    /**
     * For each agreement of either plan, matched by id: those of the later plan in its order, then the others.
     */
    agreements: AgreementAmendment[];
}

/**
 * The answer to two scenarios: what leads from one plan to the other, or what is wrong with them.
 */
export type AmendmentReply = { outcome: "amended"; amendment: Amendment } | { outcome: "refused"; problems: Problem[] };

/**
 * What is to be done about an order line.
 */
export type Change = "add" | "drop" | "change" | "keep";

/**
 * An order line before and after.
 */
export interface LineAmendment {
    /**
     * What is to be done.
     */
    change: Change;
    /**
     * The product's id.
     */
    product: string;
    /**
     * When it is ordered.
     */
    orderDay: Day;
    /**
     * Before; absent where there was no such line.
     */
    before: LineState | null;
    /**
     * After; absent where there is no such line.
     */
    after: LineState | null;
}

/**
 * What an order line comes to.
 */
export interface LineState {
    /**
     * Units.
     */
    units: number;
    /**
     * Minor units; absent without prices.
     */
    charge: number | null;
    /**
     * The last day an exam can be taken with it; absent for access products.
     */
    usableUntil: Day | null;
}
