using System.Xml.Linq;
using Bridge.Architecture.Tests.Sources;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Bridge.Architecture.Tests;

/// <summary>Five leaves that know nobody, one host that knows them all, and each library in one place.</summary>
public sealed class StarTests
{
    private static readonly string[] Allowed = ["System.Runtime", "System.Collections", "System.Collections.Immutable", "System.Linq"];

    public static TheoryData<string> Leaves => [.. Repository.Leaves];

    public static TheoryData<string, string> Owned => new()
    {
        { "Microsoft.Data.Sqlite", "Bridge.Journal" },
        { "MQTTnet", "Bridge.Outbound" },
        { "System.IO.Ports", "Bridge.Devices" },
        { "Microsoft.AspNetCore", "Bridge.Console" },
        { "Polly", "accessbridge" },
        { "Serilog", "accessbridge" },
    };

    [Theory, MemberData(nameof(Leaves))]
    public void LeavesReferenceNoProject(string leaf) =>
        Assert.Empty(Repository.Project($"src/{leaf}/{leaf}.csproj").Descendants("ProjectReference"));

    [Fact]
    public void TheHostReferencesEveryLeaf() =>
        Assert.Equal(
            Repository.Leaves.Order(StringComparer.Ordinal),
            Repository.Project("src/Bridge.Host/Bridge.Host.csproj").Descendants("ProjectReference")
                .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void TheProductHasSixProjectsAndNoneForWhatIsShared() =>
        Assert.Equal(
            Repository.Leaves.Append("Bridge.Host").Order(StringComparer.Ordinal),
            Repository.Files("*.csproj", "src").Select(path => Path.GetFileNameWithoutExtension(path)).Order(StringComparer.Ordinal));

    /// <summary>A simulator that used the product's frames and checksums would agree with its mistakes.</summary>
    [Fact]
    public void SimulatorsShareNoCodeWithTheProduct() =>
        Assert.All(Repository.Files("*.csproj", "simulators"), path =>
            Assert.DoesNotContain(Repository.Project(path).Descendants("ProjectReference"), SharesCodeWithTheProduct));

    [Theory]
    [InlineData("""<ProjectReference Include="../../src/Bridge.Devices/Bridge.Devices.csproj" />""", true, "with slashes")]
    [InlineData("""<ProjectReference Include="..\..\src\Bridge.Devices\Bridge.Devices.csproj" />""", true, "with backslashes, as Windows tools write it")]
    [InlineData("""<ProjectReference Include="..\../SRC/Bridge.Devices/Bridge.Devices.csproj" />""", true, "with both, on a disk that knows no case")]
    [InlineData("""<ProjectReference Include="$(Root)src/Bridge.Devices/Bridge.Devices.csproj" />""", true, "from a property")]
    [InlineData("""<ProjectReference Include="../../src/Bridge.Host/Bridge.Host.csproj" ReferenceOutputAssembly="false" />""", false, "built beside, not used")]
    [InlineData("""<ProjectReference Include="../Bridge.Simulators/Bridge.Simulators.csproj" />""", false, "another simulator")]
    public void AReferenceToTheProductIsSeen(string reference, bool shares, string why) =>
        Assert.True(SharesCodeWithTheProduct(XElement.Parse(reference)) == shares, why);

    [Fact]
    public void ThePolicyIsBuiltOfTheBaseLibraryAlone()
    {
        Assert.Empty(Repository.Project("src/Bridge.Policy/Bridge.Policy.csproj").Descendants("PackageReference"));
        Assert.Empty(References.Of("Bridge.Policy").Except(Allowed));
    }

    [Theory, MemberData(nameof(Owned))]
    public void EachLibraryHasOneLeaf(string library, string owner)
    {
        var others = Repository.Leaves.Where(leaf => leaf != owner && References.Of(leaf).Any(name => Belongs(name, library)));
        Assert.True(!others.Any(), $"{library} belongs to {owner}, but is used by {string.Join(", ", others)}");
    }

    /// <summary>The host may listen on its own control socket and talk to its service manager; storage, broker and wires are the leaves'.</summary>
    [Theory]
    [InlineData("MQTTnet", "the broker is Bridge.Outbound's")]
    [InlineData("Microsoft.Data.Sqlite", "storage is Bridge.Journal's")]
    [InlineData("System.IO.Ports", "wires are Bridge.Devices'")]
    public void TheHostLeavesLibrariesToItsLeaves(string library, string why) =>
        Assert.False(References.Of("accessbridge").Any(name => Belongs(name, library)), why);

    [Fact]
    public void AForeignReferenceIsSeen()
    {
        var compilation = CSharpCompilation.Create(
            "Offender",
            [CSharpSyntaxTree.ParseText("public class A { public object B() => new System.Net.Http.HttpClient(); }", cancellationToken: TestContext.Current.CancellationToken)],
            ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator).Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        using var assembly = new MemoryStream();
        Assert.True(compilation.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken).Success);
        assembly.Position = 0;

        Assert.Contains("System.Net.Http", References.Of(assembly).Except(Allowed));
    }

    private static bool SharesCodeWithTheProduct(XElement reference) =>
        reference.Attribute("Include")!.Value.Split('/', '\\', ')').Contains("src", StringComparer.OrdinalIgnoreCase)
        && reference.Attribute("ReferenceOutputAssembly")?.Value != "false";

    private static bool Belongs(string assembly, string library) =>
        assembly == library || assembly.StartsWith(library + ".", StringComparison.Ordinal);
}
