using Polly;
using Polly.Retry;

namespace Bridge.Host.Runtime;

/// <summary>The one place that says how the host tries again: for ever, with growing pauses and jitter.</summary>
public static class Insistence
{
    /// <summary>Repeats until <paramref name="again"/> says that the result is good enough.</summary>
    public static ResiliencePipeline<T> Until<T>(Predicate<T> again, TimeSpan first, TimeSpan longest, TimeProvider time) =>
        new ResiliencePipelineBuilder<T> { TimeProvider = time }
            .AddRetry(new RetryStrategyOptions<T>
            {
                ShouldHandle = arguments => ValueTask.FromResult(arguments.Outcome.Exception is null && again(arguments.Outcome.Result!)),
                MaxRetryAttempts = int.MaxValue,
                Delay = first,
                MaxDelay = longest,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
            })
            .Build();
}
