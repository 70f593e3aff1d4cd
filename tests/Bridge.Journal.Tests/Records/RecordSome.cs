using Bridge.Journal.Records;

namespace Bridge.Journal.Tests.Records;

/// <summary>Test objects of the kept records.</summary>
internal static class RecordSome
{
    public static RecordDraft Record(RecordNumber number, long sequence, string? person = null) => new(
        number, sequence, "lobby-a", $"c{number.Running}", "assistant-7", Some.Morning.AddMinutes(number.Running), new RecordFields
        {
            Category = "visitor",
            Result = "admitted",
            ConsentKind = "unit",
            ConsentBy = "household-1",
            Household = "household-1",
            HeadCount = 2,
            Person = person,
        });

    public static RecordNumber Visitor(int running) => new(RecordForm.VisitorLog, 202603, running);

    public static PersonDraft Person(string name, RetentionClass retention = RetentionClass.VisitorIdentity) =>
        new(new PersonFields { Name = name, Phone = "13812345678", Purpose = "探访" }, retention, Some.Morning);

    public static PersonVault Vault(PersonVaultOptions options, TimeProvider? time = null) =>
        Assert.IsType<PersonVaultOpened.Open>(PersonVault.Open(options, time ?? Some.Time())).Vault;
}
