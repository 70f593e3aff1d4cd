using Bridge.Architecture.Tests.Rules;
using Bridge.Architecture.Tests.Sources;

namespace Bridge.Architecture.Tests;

public sealed class SourceRuleTests
{
    private static readonly IReadOnlyDictionary<string, ISourceRule> All = typeof(ISourceRule).Assembly.GetTypes()
        .Where(type => type.IsAssignableTo(typeof(ISourceRule)) && !type.IsInterface)
        .ToDictionary(type => type.Name, type => (ISourceRule)Activator.CreateInstance(type)!);

    public static TheoryData<string> Names => [.. All.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void TheRepositoryKeepsTheRule(string rule)
    {
        var findings = Repository.Sources.Where(All[rule].AppliesTo).SelectMany(All[rule].Check).ToList();
        Assert.True(findings.Count == 0, $"{All[rule].Says}\n{string.Join('\n', findings)}");
    }

    [Theory, MemberData(nameof(Names))]
    public void TheRuleFindsItsOffenders(string rule)
    {
        Assert.NotEmpty(All[rule].Offenders);
        Assert.All(All[rule].Offenders, sample =>
        {
            Assert.True(All[rule].AppliesTo(sample.Parsed), $"does not apply to {sample.Path}");
            Assert.True(All[rule].Check(sample.Parsed).Any(), $"found nothing in: {sample.Text}");
        });
    }

    [Theory, MemberData(nameof(Names))]
    public void TheRuleLeavesTheHarmlessAlone(string rule) =>
        Assert.All(All[rule].Harmless, sample => Assert.Empty(All[rule].Check(sample.Parsed)));

    /// <summary>A walk that finds no files would keep every rule.</summary>
    [Theory]
    [InlineData("src/Bridge.Policy/BuildingPolicy.cs", "the policy")]
    [InlineData("src/Bridge.Devices/DriverCatalog.cs", "the devices")]
    [InlineData("src/Bridge.Host/Program.cs", "the host")]
    [InlineData("simulators/Bridge.Simulators.Cli/Program.cs", "the simulators")]
    [InlineData("tests/Bridge.Architecture.Tests/SourceRuleTests.cs", "the tests")]
    public void TheWalkSees(string path, string what) =>
        Assert.True(Repository.Sources.Any(file => file.Path == path), $"{what} were not read");
}
