using Bridge.Mutation.Tests.Guards;

namespace Bridge.Mutation.Tests;

/// <summary>Takes every guard of the policy away, one at a time, and asks the policy's own tests. A guard that nobody misses is not tested.</summary>
public sealed class GuardRemovalTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_guard_is_missed_by_a_test_when_it_is_taken_away()
    {
        var policy = MutatedPolicy.Build(Repository.PolicySources().ToDictionary(file => file, file => File.ReadAllText(Path.Combine(Repository.Root, file))));
        var tests = await PolicyTests.LoadAsync(policy.Assembly, Repository.PolicyTests);
        var failed = tests.Measure();
        foreach (var g in tests.Cases.GroupBy(c => c.Class)) output.WriteLine($"{g.Key} {g.Count()} {g.Sum(c => c.Takes.TotalMilliseconds)} {g.Max(c => c.Passes.Count)}");
        Assert.True(failed.Count == 0, $"the tests have to pass before anything is taken away: {string.Join('\n', failed.Take(5))}");
        tests.Measure();

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var survivors = policy.Guards.Where(guard => tests.Missing(guard) is null).ToList();
        output.WriteLine($"{policy.Guards.Count} guards taken away, {policy.Needed.Count} cannot be; {survivors.Count} not missed by any of {tests.Cases.Count} tests; {clock.Elapsed.TotalSeconds:0} s");
        Assert.True(survivors.Count == 0, $"nobody misses\n{string.Join('\n', survivors)}");
    }
}
