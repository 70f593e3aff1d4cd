using Bridge.Architecture.Tests.Sources;
using Bridge.Simulators.Cli.Mutants;

namespace Bridge.Architecture.Tests;

/// <summary>The ratchet of the mutation run: how its report is counted, and what it allows.</summary>
public sealed class MutantCountTests
{
    private const string RatchetPath = "tests/mutation-ratchet.json";

    private const string Report = """
        { "files": {
          "/x/src/Bridge.Policy/Admission/A.cs": { "mutants": [ { "status": "Killed" }, { "status": "Survived" }, { "status": "CompileError" }, { "status": "Ignored" } ] },
          "/x/src/Bridge.Policy/Admission/B.cs": { "mutants": [ { "status": "Timeout" }, { "status": "NoCoverage" } ] },
          "C:\\x\\src\\Bridge.Policy\\Moment.cs": { "mutants": [ { "status": "Killed" } ] },
          "/x/src/Bridge.Policy/Fire/FireState.cs": { "mutants": [ { "status": "Ignored" } ] } } }
        """;

    [Fact]
    public void AReportIsCountedByFolder()
    {
        var counts = MutationRatchet.Count(Report);
        Assert.Equal([".", "Admission"], counts.Keys);
        Assert.Equal((new MutantCount(1, 0), new MutantCount(4, 2)), (counts["."], counts["Admission"]));
        Assert.Equal((100, 50), (counts["."].Score, counts["Admission"].Score));
        Assert.Equal(counts, MutationRatchet.Read(MutationRatchet.Write(counts)));
    }

    [Theory]
    [InlineData("""{ "Admission": { "mutants": 4, "unnoticed": 2 } }""", 0, "as it was")]
    [InlineData("""{ "Admission": { "mutants": 9, "unnoticed": 3 } }""", 0, "it got better")]
    [InlineData("""{ "Admission": { "mutants": 4, "unnoticed": 1 } }""", 1, "one change more goes unnoticed")]
    [InlineData("""{ "Doors": { "mutants": 4, "unnoticed": 2 } }""", 1, "a folder that is not in the file is allowed nothing")]
    public void TheRatchetTurnsOneWay(string allowed, int worse, string why) =>
        Assert.True(MutationRatchet.Worse(MutationRatchet.Read(allowed), MutationRatchet.Count(Report)).Count() == worse, why);

    /// <summary>Nine in ten everywhere; what lets people in is held higher.</summary>
    [Fact]
    public void EveryFolderOfThePolicyIsInTheFileAndGoodEnough()
    {
        var allowed = MutationRatchet.Read(Repository.ReadText(RatchetPath));
        var folders = Repository.Files("*.cs", "src/Bridge.Policy").Select(file => file.Split("Bridge.Policy/")[^1]).Where(file => file.Contains('/', StringComparison.Ordinal))
            .Select(file => file.Split('/')[0]).Distinct().Except(["Identifiers"]).Append(".").Order(StringComparer.Ordinal);
        Assert.Equal(folders, allowed.Keys);
        Assert.All(allowed, one => Assert.True(one.Value.Score >= (one.Key is "Admission" or "Calls" or "Alerts" ? 99 : 90), $"{one.Key}: {one.Value.Score}"));
    }
}
