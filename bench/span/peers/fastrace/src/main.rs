// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The same spans by fastrace (Rust): local spans below a root, its own collector thread, a reporter that drops them.
// Rounds are those of ../../harness.h.
use fastrace::collector::{Config, Reporter, SpanRecord};
use fastrace::prelude::*;

const CHILDREN: usize = 9;
const TREES_OF_HUNDRED: usize = 100;
const HUNDREDS: usize = 40;

struct Sink;
impl Reporter for Sink {
    fn report(&mut self, _: Vec<SpanRecord>) {}
}

fn thread_cpu_nanos() -> u64 {
    let mut time = libc::timespec { tv_sec: 0, tv_nsec: 0 };
    unsafe { libc::clock_gettime(libc::CLOCK_THREAD_CPUTIME_ID, &mut time) };
    time.tv_sec as u64 * 1_000_000_000 + time.tv_nsec as u64
}

fn round(tree: fn()) -> f64 {
    for _ in 0..TREES_OF_HUNDRED {
        tree();
    }
    fastrace::flush();
    let mut spent = 0;
    for _ in 0..HUNDREDS {
        let before = thread_cpu_nanos();
        for _ in 0..TREES_OF_HUNDRED {
            tree();
        }
        spent += thread_cpu_nanos() - before;
        fastrace::flush();
    }
    spent as f64 / (HUNDREDS * TREES_OF_HUNDRED * (CHILDREN + 1)) as f64
}

fn bare() {
    let root = Span::root("Root", SpanContext::random());
    let _parent = root.set_local_parent();
    for _ in 0..CHILDREN {
        let _child = LocalSpan::enter_with_local_parent("Child");
    }
}

fn text24() -> String {
    "x".repeat(24)
}

fn three() -> [(&'static str, String); 3] {
    [
        ("bench.literal", "a literal".to_string()),
        ("bench.number", std::hint::black_box(42).to_string()),
        ("bench.text", text24()),
    ]
}

fn attributes() {
    let root = Span::root("Root", SpanContext::random()).with_properties(three);
    let _parent = root.set_local_parent();
    for _ in 0..CHILDREN {
        let _child = LocalSpan::enter_with_local_parent("Child").with_properties(three);
    }
}

fn events() {
    thread_local! { static TURN: std::cell::Cell<u32> = const { std::cell::Cell::new(0) } }
    let root = Span::root("Root", SpanContext::random()).with_properties(three);
    let _parent = root.set_local_parent();
    for _ in 0..CHILDREN {
        let _child = LocalSpan::enter_with_local_parent("Child").with_properties(three);
        TURN.set(TURN.get() + 1);
        if TURN.get() % 10 == 0 {
            LocalSpan::add_event(Event::new("exception").with_properties(|| {
                [("exception.type", "std::runtime_error".to_string()), ("exception.message", text24())]
            }));
        }
    }
}

fn unsampled() {
    let root = Span::root("Root", SpanContext::random().sampled(false));
    let _parent = root.set_local_parent();
    for _ in 0..CHILDREN {
        let _child = LocalSpan::enter_with_local_parent("Child");
    }
}

fn main() {
    fastrace::set_reporter(Sink, Config::default());
    println!("sampled {:.2}", round(bare));
    println!("attributes {:.2}", round(attributes));
    println!("events {:.2}", round(events));
    println!("unsampled {:.2}", round(unsampled));
    let other = std::thread::spawn(|| round(bare));
    let here = round(bare);
    println!("sampled_2_threads {:.2}", (here + other.join().unwrap()) / 2.0);
}
