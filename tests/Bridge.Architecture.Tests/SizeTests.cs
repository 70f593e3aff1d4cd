using Bridge.Architecture.Tests.Sizes;
using Bridge.Architecture.Tests.Sources;

namespace Bridge.Architecture.Tests;

public sealed class SizeTests
{
    private const string RatchetPath = "tests/Bridge.Architecture.Tests/ratchet.json";

    [Fact]
    public void SizesKeepTheirLimitsAndTheExceptionsOnlyShrink()
    {
        var measured = Measurements.Exceeding(Repository.Sources);
        var differences = Ratchet.Differences(Ratchet.Read(Repository.ReadText(RatchetPath)), measured).ToList();
        Assert.True(differences.Count == 0, $"{string.Join('\n', differences)}\nmeasured: {Ratchet.Write(measured)}");
    }

    [Fact]
    public void EachSizeIsMeasured()
    {
        var lines = string.Concat(Enumerable.Repeat("        Call();\n", 50));
        var method = $"class A\n{{\n    void B()\n    {{\n{lines}    }}\n}}\n";
        var file = string.Concat(Enumerable.Repeat("// line\n", 301));
        SourceFile[] offenders =
        [
            SourceFile.Parse("src/Method.cs", method),
            SourceFile.Parse("src/File.cs", file),
            SourceFile.Parse("src/Primary.cs", "class P(int a, int b, int c, int d, int e, int f, int g);"),
            SourceFile.Parse("src/Plain.cs", "class Q { Q(int a, int b, int c, int d, int e, int f, int g) { } }"),
            SourceFile.Parse("src/Getter.cs", $"class A\n{{\n    int B\n    {{\n        get\n        {{\n{lines}        }}\n    }}\n}}\n"),
            SourceFile.Parse("src/Computed.cs", $"class A\n{{\n    int B =>\n{string.Concat(Enumerable.Repeat("        1 +\n", 50))}        1;\n}}\n"),
            SourceFile.Parse("src/Table.cs", $"class A\n{{\n    int[] B =>\n    [\n{string.Concat(Enumerable.Repeat("        1,\n", 50))}    ];\n}}\n"),
            SourceFile.Parse("src/Program.cs", $"using System;\n\n{lines}"),
            SourceFile.Parse("src/Data.cs", "record R(int A, int B, int C, int D, int E, int F, int G);"),
        ];

        Assert.Equal(
            new SortedDictionary<string, int>(StringComparer.Ordinal)
            {
                ["src/Computed.cs A.B lines"] = 52,
                ["src/File.cs lines"] = 301,
                ["src/Getter.cs A.B.get lines"] = 53,
                ["src/Method.cs A.B lines"] = 53,
                ["src/Plain.cs Q constructor parameters"] = 7,
                ["src/Primary.cs P constructor parameters"] = 7,
                ["src/Program.cs top level lines"] = 50,
            },
            Measurements.Exceeding(offenders));
    }

    [Theory]
    [InlineData("""{ "a": 310 }""", """{ "a": 310 }""", 0, "as recorded")]
    [InlineData("""{ "a": 310 }""", """{ "a": 311 }""", 1, "it grew")]
    [InlineData("""{ "a": 310 }""", """{ "a": 309 }""", 1, "it shrank, and must stay so")]
    [InlineData("""{ "a": 310 }""", "{}", 1, "it is gone")]
    [InlineData("{}", """{ "a": 301 }""", 1, "a new exception")]
    public void TheRatchetTurnsOneWay(string allowed, string measured, int differences, string why) =>
        Assert.True(Ratchet.Differences(Ratchet.Read(allowed), Ratchet.Read(measured)).Count() == differences, why);
}
