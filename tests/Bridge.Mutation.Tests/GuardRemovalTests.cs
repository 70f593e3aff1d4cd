using System.Diagnostics;
using Bridge.Mutation.Tests.Guards;

namespace Bridge.Mutation.Tests;

/// <summary>Takes every guard of the policy away, one at a time, and asks the policy's own tests. A guard that nobody misses is not tested.</summary>
public sealed class GuardRemovalTests(ITestOutputHelper output)
{
    private const string Seeded = "src/Bridge.Policy/Admission/CaseGuard.cs";

    [Fact]
    public async Task Every_guard_is_missed_by_a_test_when_it_is_taken_away()
    {
        var policy = MutatedPolicy.Build(Sources());
        var tests = await PolicyTests.LoadAsync(policy.Assembly, Repository.PolicyTests);
        var failed = tests.Measure();
        Assert.True(failed.Count == 0, $"the tests have to pass before anything is taken away: {string.Join('\n', failed.Take(5))}");

        // What is compiled at its first run takes its time there: the second run says how long a test takes.
        tests.Measure();
        var clock = Stopwatch.StartNew();
        var unmissed = policy.Guards.Where(guard => tests.Missing(guard) is null).ToList();
        output.WriteLine($"{policy.Guards.Count} guards taken away, {policy.Needed.Count} cannot be; {unmissed.Count} not missed by any of {tests.Cases.Count} tests; {clock.Elapsed.TotalSeconds:0} s");
        var untested = unmissed.Where(guard => !KnownGuards.Unmissed.ContainsKey(guard.Name)).ToList();
        Assert.True(untested.Count == 0, $"no test misses\n{string.Join('\n', untested)}");
        var missed = KnownGuards.Unmissed.Keys.Except(unmissed.Select(guard => guard.Name)).ToList();
        Assert.True(missed.Count == 0, $"missed after all, or gone: take it from the list\n{string.Join('\n', missed)}");
    }

    /// <summary>The control: a guard that is added without a test for it is found, and by its own name.</summary>
    [Fact]
    public async Task A_guard_without_a_test_is_found()
    {
        const string Untested = "one.HeadCount > 40";
        var sources = Sources();
        sources[Seeded] = sources[Seeded].Replace(
            "if (HeadCountOf(act) < 1)", $"if ({Untested})\n{{\nreturn Refusal.PartyTooLarge;\n}}\n\nif (HeadCountOf(act) < 1)", StringComparison.Ordinal);
        var policy = MutatedPolicy.Build(sources);
        var tests = await PolicyTests.LoadAsync(policy.Assembly, Repository.PolicyTests);
        Assert.Empty(tests.Measure());
        var guards = policy.Guards.Where(guard => guard.File == Seeded).ToList();
        Assert.Equal(Untested, Assert.Single(guards, guard => tests.Missing(guard) is null).Text);
    }

    [Theory]
    [InlineData("if (a) { return; }", "a", "leaves early")]
    [InlineData("if (a || (b || c)) { return; }", "a|b|c", "each part of a chain is one")]
    [InlineData("if (a && b) { return; }", "a && b", "both together are one")]
    [InlineData("if (a) { b(); }", "", "goes on")]
    [InlineData("return a || b ? Refuse(b) : c;", "a|b", "refuses when true")]
    [InlineData("return a && b ? c : Refusal.WrongState;", "a|b", "refuses when false")]
    [InlineData("return a switch { 1 => Refusal.WrongState, _ when b || c => Refusal.TooMany, _ => null };", "1 => Refusal.WrongState|b|c", "an arm, and an arm's conditions")]
    [InlineData("return a switch { 1 => b is 2 or 3, _ => true };", "1 => b is 2 or 3", "an arm that says who may")]
    public void A_guard_is_seen(string statement, string guards, string why)
    {
        var tree = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText($"class A {{ object B() {{ {statement} }} }}", cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(guards == string.Join('|', GuardFinder.In("A.cs", tree, 1).Select(guard => guard.Text)), why);
    }

    private static Dictionary<string, string> Sources() => Repository.PolicySources().ToDictionary(file => file, file => File.ReadAllText(Path.Combine(Repository.Root, file)));
}
