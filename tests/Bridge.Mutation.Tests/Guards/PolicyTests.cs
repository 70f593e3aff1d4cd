using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Xunit.Sdk;
using Xunit.v3;

namespace Bridge.Mutation.Tests.Guards;

/// <summary>The policy's own tests, loaded beside a policy with switches. The slow ones are left out: a guard's test is a short story.</summary>
internal sealed class PolicyTests
{
    private const long Slack = 10_000;
    private readonly Action<int, long> take;
    private readonly HashSet<int> seen;
    private readonly Func<long> asked;

    private PolicyTests(ImmutableList<PolicyTestCase> cases, Type removed)
    {
        Cases = cases;
        take = removed.GetMethod("Take")!.CreateDelegate<Action<int, long>>();
        seen = (HashSet<int>)removed.GetProperty("Seen")!.GetValue(null)!;
        asked = removed.GetProperty("Asked")!.GetMethod!.CreateDelegate<Func<long>>();
    }

    public ImmutableList<PolicyTestCase> Cases { get; }

    public static async Task<PolicyTests> LoadAsync(byte[] policy, string tests)
    {
        var context = new AssemblyLoadContext("mutated policy");
        using var bytes = new MemoryStream(policy);
        var mutated = context.LoadFromStream(bytes);
        context.Resolving += (_, wanted) => wanted.Name == mutated.GetName().Name ? mutated : null;
        var loaded = context.LoadFromAssemblyPath(tests);
        List<PolicyTestCase> cases = [];
        foreach (var method in loaded.GetExportedTypes().Where(type => !type.IsAbstract && !IsSlow(type)).SelectMany(type => type.GetMethods()).Where(method => !IsSlow(method)))
        {
            cases.AddRange(await RowsAsync(method));
        }

        return new([.. cases], mutated.GetType("Bridge.Policy.Removed", throwOnError: true)!);
    }

    /// <summary>Runs every test with every guard in its place, and notes which guards it comes by.</summary>
    public IReadOnlyList<(PolicyTestCase Case, Exception Why)> Measure()
    {
        List<(PolicyTestCase, Exception)> failed = [];
        foreach (var one in Cases)
        {
            take(0, long.MaxValue);
            var clock = Stopwatch.StartNew();
            if (one.Run() is { } why)
            {
                failed.Add((one, why));
            }

            one.Takes = clock.Elapsed;
            one.Passes = [.. seen];
            one.Asks = asked();
        }

        return failed;
    }

    /// <summary>The first test that misses the guard; null: none does.</summary>
    public PolicyTestCase? Missing(Guard guard) =>
        Cases.Where(one => one.Passes.Contains(guard.Number)).OrderBy(one => one.Takes).FirstOrDefault(one =>
        {
            take(guard.Number, (10 * one.Asks) + Slack);
            return one.Run() is not null;
        });

    private static async Task<IEnumerable<PolicyTestCase>> RowsAsync(MethodInfo method)
    {
        if (method.GetCustomAttributes().OfType<IFactAttribute>().FirstOrDefault() is not { } test)
        {
            return [];
        }

        if (test is not TheoryAttribute)
        {
            return [new PolicyTestCase(method, [])];
        }

        List<PolicyTestCase> rows = [];
        await using var disposal = new DisposalTracker();
        foreach (var data in method.GetCustomAttributes().OfType<IDataAttribute>())
        {
            var table = data is MemberDataAttributeBase { MemberName: var name }
                ? (IEnumerable<ITheoryDataRow>)method.DeclaringType!.GetProperty(name)!.GetValue(null)!
                : await data.GetData(method, disposal);
            rows.AddRange(table.Select(row => new PolicyTestCase(method, method.ResolveMethodArguments(row.GetData()))));
        }

        if (rows.Count == 0)
        {
            throw new InvalidOperationException($"{method.DeclaringType!.Name}.{method.Name} has no rows.");
        }

        return rows;
    }

    private static bool IsSlow(MemberInfo member) => member.GetCustomAttributes().OfType<TraitAttribute>().Any(trait => trait is { Name: "Pace", Value: "slow" });
}
