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
        var read = MutationRatchet.Read(MutationRatchet.Write(new MeasuredFigures("abc", counts)));
        Assert.Equal("abc", read.Code);
        Assert.Equal(counts, read.Folders);
    }

    [Theory]
    [InlineData("""{ "code": "", "folders": { "Admission": { "mutants": 4, "unnoticed": 2 } } }""", 0, "as it was")]
    [InlineData("""{ "code": "", "folders": { "Admission": { "mutants": 9, "unnoticed": 3 } } }""", 0, "it got better")]
    [InlineData("""{ "code": "", "folders": { "Admission": { "mutants": 4, "unnoticed": 1 } } }""", 1, "one change more goes unnoticed")]
    [InlineData("""{ "code": "", "folders": { "Doors": { "mutants": 4, "unnoticed": 2 } } }""", 1, "a folder that is not in the file is allowed nothing")]
    public void TheRatchetTurnsOneWay(string allowed, int worse, string why) =>
        Assert.True(MutationRatchet.Worse(MutationRatchet.Read(allowed).Folders, MutationRatchet.Count(Report)).Count() == worse, why);

    /// <summary>Other code has another digest; the same code has the same, however its lines end and wherever it was built.</summary>
    [Fact]
    public void TheFiguresAreOfOneCode()
    {
        var root = Directory.CreateTempSubdirectory("measured-code");
        try
        {
            void Write(string path, string text)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root.FullName, path))!);
                File.WriteAllText(Path.Combine(root.FullName, path), text);
            }

            foreach (var place in (string[])["src/Bridge.Policy/A.cs", "tests/Bridge.Policy.Tests/B.cs", "tests/Bridge.Policy.Mutation/c.json", ".config/d.json"])
            {
                Write(place, "one\ntwo\n");
            }

            var first = MeasuredCode.Digest(root);
            Write("src/Bridge.Policy/A.cs", "one\r\ntwo\r\n");
            Write("src/Bridge.Policy/obj/Built.cs", "built");
            Assert.Equal(first, MeasuredCode.Digest(root));
            Write("tests/Bridge.Policy.Tests/B.cs", "one\ntwo!\n");
            var other = MeasuredCode.Digest(root);
            Write("tests/Bridge.Policy.Tests/C.cs", "");
            Assert.Equal(3, new HashSet<string> { first, other, MeasuredCode.Digest(root) }.Count);
        }
        finally
        {
            root.Delete(recursive: true);
        }
    }

    /// <summary>Nine in ten everywhere; of what lets people in, every change.</summary>
    [Fact]
    public void EveryFolderOfThePolicyIsInTheFileAndGoodEnough()
    {
        var allowed = MutationRatchet.Read(Repository.ReadText(RatchetPath)).Folders;
        var folders = Repository.Files("*.cs", "src/Bridge.Policy").Select(file => file.Split("Bridge.Policy/")[^1]).Where(file => file.Contains('/', StringComparison.Ordinal))
            .Select(file => file.Split('/')[0]).Distinct().Except(["Identifiers"]).Append(".").Order(StringComparer.Ordinal);
        Assert.Equal(folders, allowed.Keys);
        Assert.All(allowed, one => Assert.True(one.Value.Score >= (one.Key is "Admission" or "Calls" or "Alerts" ? 100 : 90), $"{one.Key}: {one.Value.Score}"));
    }
}
