//! The door to JavaScript: decode, call, encode. The only file that names wasm-bindgen.
//!
//! Live calls pass JavaScript values, documents that live on (files, links) pass JSON text. Both go in through one strict
//! reader, which refuses fields nobody knows where serde-wasm-bindgen's would pass them over, and come out through
//! serde-wasm-bindgen, in the parts of [`writing`](crate::writing). Whatever comes in, the answer is a reply; only a bug of ours throws.

use std::cell::Cell;

use js_sys::JSON;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::amend;
use crate::compare::Progress;
use crate::planner;
use crate::reading;
use crate::solve::Effort;
use crate::writing::Written;

/// Made for little code: the standard one takes 2 KB more of what visitors load.
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// What tsify cannot declare: other names of types.
#[wasm_bindgen(typescript_custom_section)]
const NAMES: &str = "/** Where a fact was read: `source` or `source#section`, both named in the catalogue's `sources`. */
export type Cite = string;

/** The place of a figure in the plan's `figures`. */
export type FigureId = number;

/** What the engine computes with, and the names that people choose from, without remarks. */
export type Facts = Pick<Catalogue, 'version' | 'date' | 'programmes' | 'products' | 'availability' | 'exams' | 'areas' | 'certifications' | 'retakes' | 'preparation' | 'delivery' | 'imagineAcademy' | 'softwareAssurance' | 'trainingVouchers' | 'claims'>;";

/// Runs once when the module is loaded: a panic, which would be our bug, reaches JavaScript with its text.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|panic| {
        wasm_bindgen::throw_str(&panic.to_string());
    }));
}

/// The version of the engine.
#[wasm_bindgen]
#[must_use]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// How many plans a comparison makes in a step.
const AT_ONCE: usize = 2;

/// An engine. It embeds no facts: the page has them before it, and hands them over with what a partner supplied. The package makes its functions from it, those of the module
/// and those of a `planner`. One method for all that is asked, because each takes its own room.
#[wasm_bindgen]
pub struct Supplied {
    supplied: planner::Supplied,
    /// The comparison that is being made a few plans at a time, by its task. Out of its place while it is worked on, so that
    /// a mistake of ours spoils nothing that comes after it.
    comparing: Cell<(String, Progress)>,
}

#[wasm_bindgen]
impl Supplied {
    /// From facts and a price book in one JSON record; without a book, from facts alone.
    ///
    /// # Errors
    /// Where they cannot be read: they are checked before.
    #[wasm_bindgen(constructor)]
    pub fn new(text: &str) -> Result<Self, JsError> {
        let read = reading::read(text).ok();
        let supplied = read.ok_or_else(|| JsError::new("not checked"))?;
        Ok(Self {
            supplied,
            comparing: Cell::default(),
        })
    }

    /// The reply to a task, as a value: `plan` and `compare` of a scenario and a number of nodes, `planText` of a scenario
    /// written as JSON, `amend` of two scenarios. `compareOn` is `compare` a few plans at a time: it
    /// is asked the same until it has the reply, and gives `null` before.
    ///
    /// # Errors
    /// Throws only where the engine itself is broken.
    pub fn ask(
        &self,
        task: &str,
        scenario: &JsValue,
        after: &JsValue,
        nodes: Option<u32>,
    ) -> Result<JsValue, JsError> {
        let known = self.supplied.known();
        let text = match task {
            "planText" => scenario.as_string().unwrap_or_default(),
            _ => written(scenario),
        };
        let effort = Effort::plan(nodes);
        match task {
            "amend" => value(&amend::amend(known, &text, &written(after))),
            "compare" => value(&planner::compare(known, &text, effort)),
            "compareOn" => {
                let task = format!("{nodes:?} {text}");
                let (last, mut progress) = self.comparing.take();
                if last != task {
                    progress = Progress::default();
                }
                let reply = planner::compare_on(known, &text, effort, &mut progress, AT_ONCE);
                if reply.is_none() {
                    self.comparing.set((task, progress));
                }
                value(&reply)
            }
            _ => value(&planner::plan_within(known, &text, effort)),
        }
    }
}

/// A reply as a JavaScript value. Absent values become `null`, as in JSON.
fn value(reply: &impl Serialize) -> Result<JsValue, JsError> {
    let values = serde_wasm_bindgen::Serializer::json_compatible();
    Ok(Written::new(reply).serialize(&values)?)
}

/// A value as JSON. `undefined` has no text, and no text is no scenario.
fn written(value: &JsValue) -> String {
    let text = JSON::stringify(value).ok();
    text.and_then(|text| text.as_string()).unwrap_or_default()
}

/// The pack optimiser alone, for the benchmark: needs, what is there, and lots with what a unit costs, as JSON.
///
/// # Errors
/// Throws where the text is not such a problem.
#[cfg(feature = "optimiser")]
#[wasm_bindgen]
pub fn cheapest(cell: &str) -> Result<String, JsError> {
    use crate::domain::{Ratio, Rounding};
    use crate::policy::RoundAt;
    use crate::rules::flow::Supply;
    use crate::rules::packs::{self, Cell, Lot, Memory, Tariff};
    use serde_json::Value;

    let read: Value = serde_json::from_str(cell)?;
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let whole = |value: &Value| value.as_i64().unwrap_or_default();
    let places = |value: &Value| -> Vec<usize> {
        let numbers = list(value).into_iter();
        numbers
            .filter_map(|number| usize::try_from(number.as_u64()?).ok())
            .collect()
    };
    let mut cell = Cell {
        needs: list(&read["needs"]).iter().map(whole).collect(),
        ..Cell::default()
    };
    for supply in list(&read["fixed"]) {
        cell.fixed.push(Supply {
            exams: whole(&supply["exams"]),
            serves: places(&supply["serves"]),
        });
    }
    for lot in list(&read["lots"]) {
        cell.lines.push(Tariff {
            tiers: vec![(1, whole(&lot["price"]))],
            factor: Ratio::ONE,
            round_at: RoundAt::Unit,
            rounding: Rounding::HalfUp,
        });
        let rank = |name: &str| usize::try_from(whole(&lot[name])).unwrap_or(0);
        cell.lots.push(Lot {
            size: whole(&lot["size"]),
            serves: places(&lot["serves"]),
            line: Some(cell.lines.len() - 1),
            product: rank("product"),
            day: rank("day"),
        });
    }
    let found = packs::cheapest(&cell, &Memory::default(), 1_000_000);
    let worth = found.worth;
    Ok(format!(
        "{{\"charge\":{},\"exams\":{},\"units\":{},\"proven\":{}}}",
        worth.charge,
        worth.exams,
        worth.units,
        found.is_proven()
    ))
}
