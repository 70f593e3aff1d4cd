using Bridge.Console.Desk.Lines;

namespace Bridge.Console.Tests.Desk;

/// <summary>Lines as they are typed at a desk. What cannot be read is not guessed.</summary>
public sealed class TypedLineTests
{
    [Theory]
    [InlineData("王明 访 李建国 1203", "王明|李建国|1203|1", "as the key help writes it")]
    [InlineData("王明 李建国 1203", "王明|李建国|1203|1", "three words are clear without the verb")]
    [InlineData("王明　访　李建国　A-1203　2人", "王明|李建国|A-1203|2", "wide blanks of an input method")]
    [InlineData("王明访李建国1203", "王明|李建国|1203|1", "no blanks at all")]
    [InlineData("王明访李建国A-1203", "王明|李建国|A-1203|1", "no blanks, a unit with a letter")]
    [InlineData("王明 访 李建国 1203 x3", "王明|李建国|1203|3", "a number of people with its mark")]
    [InlineData("3位 王明 访 李建国 1203", "王明|李建国|1203|3", "the number may stand anywhere")]
    [InlineData("Wang Ming > Li Jianguo 1203 x2", "Wang Ming|Li Jianguo|1203|2", "names with blanks need the mark between them")]
    [InlineData("Wang Ming visits Li Jianguo 12B", "Wang Ming|Li Jianguo|12B|1", "in words")]
    [InlineData("王明，李建国，1203", "王明|李建国|1203|1", "commas of a Chinese keyboard")]
    [InlineData("王明 访 李建国 Ａ－１２０３ ２人", "王明|李建国|A-1203|2", "a keyboard that is set to wide letters")]
    [InlineData("王明访李建国１２０３", "王明|李建国|1203|1", "the same without blanks")]
    [InlineData("王明 访 李建国 1203 ٢人", null, "digits of another script are no number here, and no unit")]
    [InlineData("王明 李建国", null, "no unit")]
    [InlineData("王明 1203", null, "no host")]
    [InlineData("访 李建国 1203", null, "no visitor")]
    [InlineData("王明 访 1203", null, "no host, with the verb")]
    [InlineData("Wang Ming Li Jianguo 1203", null, "where does the visitor end?")]
    [InlineData("王明 访 李建国 1203 0人", null, "nobody is no party")]
    [InlineData("王明 访 李建国 1203 100人", null, "more than a record holds")]
    [InlineData("", null, "nothing")]
    public void AVisit(string line, string? expected, string why)
    {
        var visit = VisitLine.Parse(line);
        Assert.True(expected == (visit is null ? null : $"{visit.Visitor}|{visit.Host}|{visit.Unit}|{visit.HeadCount}"), $"{why}: {visit}");
    }

    [Theory]
    [InlineData("街道办 周敏 消防检查 3人", "街道办|周敏|消防检查|3", "as the key help writes it")]
    [InlineData("District office, Zhou Min, fire inspection, x3", "District office|Zhou Min|fire inspection|3", "with commas, so that there may be blanks")]
    [InlineData("街道办 周敏 消防 检查", "街道办|周敏|消防 检查|1", "the rest is the purpose")]
    [InlineData("街道办 周敏", null, "no purpose")]
    [InlineData("街道办 周敏 3人", null, "a number is no purpose")]
    public void AParty(string line, string? expected, string why)
    {
        var party = PartyLine.Parse(line);
        Assert.True(expected == (party is null ? null : $"{party.Organisation}|{party.Name}|{party.Purpose}|{party.HeadCount}"), $"{why}: {party}");
    }

    [Theory]
    [InlineData("1502", "1502|", "the unit alone")]
    [InlineData("A-1502 刘洋", "A-1502|刘洋", "with his name")]
    [InlineData("1502 Leo Liu", "1502|Leo Liu", "a name with a blank")]
    [InlineData("刘洋 1502", null, "the unit comes first: a name is never tried as a unit")]
    [InlineData("刘洋", null, "no unit")]
    public void AUnit(string line, string? expected, string why)
    {
        var unit = UnitLine.Parse(line);
        Assert.True(expected == (unit is null ? null : $"{unit.Unit}|{unit.Name}"), $"{why}: {unit}");
    }
}
