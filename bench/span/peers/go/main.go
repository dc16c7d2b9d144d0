// Copyright The Spansmith Authors
// SPDX-License-Identifier: Apache-2.0
//
// The same spans by OpenTelemetry's Go SDK: batch processor, an exporter that drops them. Rounds are those of
// ../../harness.h; the thread is locked, so that its CPU time is that of the spans.
package main

import (
	"context"
	"fmt"
	"os"
	"runtime"
	"strings"

	"go.opentelemetry.io/otel/attribute"
	sdk "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"
	"golang.org/x/sys/unix"
)

const (
	children       = 9
	treesOfHundred = 100
	hundreds       = 40
)

type sink struct{}

func (sink) ExportSpans(context.Context, []sdk.ReadOnlySpan) error { return nil }
func (sink) Shutdown(context.Context) error                       { return nil }

var (
	tracer   trace.Tracer
	provider *sdk.TracerProvider
	text24   = strings.Repeat("x", 24)
	number   = int64(42)
	turn     int
)

func threadCPUNanos() int64 {
	var time unix.Timespec
	_ = unix.ClockGettime(unix.CLOCK_THREAD_CPUTIME_ID, &time)
	return time.Nano()
}

func round(tree func()) float64 {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for i := 0; i < treesOfHundred; i++ {
		tree()
	}
	_ = provider.ForceFlush(context.Background())
	var spent int64
	for h := 0; h < hundreds; h++ {
		before := threadCPUNanos()
		for i := 0; i < treesOfHundred; i++ {
			tree()
		}
		spent += threadCPUNanos() - before
		_ = provider.ForceFlush(context.Background())
	}
	return float64(spent) / (hundreds * treesOfHundred * (children + 1))
}

func install(sampler sdk.Sampler) {
	provider = sdk.NewTracerProvider(sdk.WithBatcher(sink{}), sdk.WithSampler(sampler))
	tracer = provider.Tracer("bench")
}

func addThree(span trace.Span) {
	span.SetAttributes(attribute.String("bench.literal", "a literal"), attribute.Int64("bench.number", number),
		attribute.String("bench.text", text24))
}

func tree(attributes, events bool) func() {
	return func() {
		ctx, root := tracer.Start(context.Background(), "Root")
		if attributes {
			addThree(root)
		}
		for i := 0; i < children; i++ {
			_, span := tracer.Start(ctx, "Child")
			if attributes {
				addThree(span)
			}
			if turn++; events && turn%10 == 0 {
				span.AddEvent("exception", trace.WithAttributes(attribute.String("exception.type", "std::runtime_error"),
					attribute.String("exception.message", text24)))
			}
			span.End()
		}
		root.End()
	}
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "unsampled" {
		install(sdk.NeverSample())
		fmt.Printf("unsampled %.2f\n", round(tree(false, false)))
		return
	}
	install(sdk.AlwaysSample())
	fmt.Printf("sampled %.2f\n", round(tree(false, false)))
	fmt.Printf("attributes %.2f\n", round(tree(true, false)))
	fmt.Printf("events %.2f\n", round(tree(true, true)))
}
