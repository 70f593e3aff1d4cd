using Bridge.Architecture.Tests.Sources;
using Bridge.Console.Wording;
using Bridge.Policy;
using Bridge.Policy.Credentials;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Bridge.Architecture.Tests;

/// <summary>What the policy can say, the console can say in every language.</summary>
public sealed class WordingTests
{
    /// <summary>What stands in a sentence for a number or a name.</summary>
    private const string Place = "7";

    public static TheoryData<DisplayLanguage> Languages => [.. Enum.GetValues<DisplayLanguage>()];

    [Theory, MemberData(nameof(Languages))]
    public void EveryEventAndReasonHasItsWords(DisplayLanguage language)
    {
        var keys = Phrases.For(language).Keys.ToHashSet();
        var needed = Enum.GetNames<EventKind>().Select(name => $"event.{name}")
            .Concat(Enum.GetNames<DenyReason>().Select(name => $"reason.{name}"));
        Assert.Empty(needed.Except(keys));
    }

    [Fact]
    public void EverySentenceThatThePolicyJournalsIsThereInChinese()
    {
        var sentences = Repository.Sources.Where(file => file.IsPolicy).SelectMany(file => Sentences(file.Root)).ToList();
        Assert.Contains("the door is not locked down", sentences);
        Assert.Contains($"for {Place} min", sentences);
        Assert.DoesNotContain(sentences, sentence => Phrases.For(DisplayLanguage.Chinese).Detail(sentence) is null);
    }

    [Fact]
    public void ASentenceThatNobodyTranslatedIsFound()
    {
        var file = SourceFile.Parse("src/Bridge.Policy/A.cs", """class A { string B(int c) => c > 0 ? $"the lift {c} came" : throw new C("it never came"); }""");
        var sentence = Assert.Single(Sentences(file.Root));
        Assert.Equal($"the lift {Place} came", sentence);
        Assert.Null(Phrases.For(DisplayLanguage.Chinese).Detail(sentence));
    }

    // What is thrown is for whoever mends the product. Words without a space between them are names, and have their words by their kind.
    private static IEnumerable<string> Sentences(SyntaxNode root) =>
        from node in root.DescendantNodes(inside => inside is not (ThrowStatementSyntax or ThrowExpressionSyntax or InterpolatedStringExpressionSyntax))
        let text = node switch
        {
            LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
            InterpolatedStringExpressionSyntax filled => string.Concat(filled.Contents.Select(part => part is InterpolatedStringTextSyntax words ? words.TextToken.ValueText : Place)),
            _ => "",
        }
        where text.Split(' ').Count(word => word.Any(char.IsAsciiLetter)) > 1
        select text;
}
