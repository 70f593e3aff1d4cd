using Bridge.Journal.Records;

namespace Bridge.Host.Api.Lobby.Bodies;

/// <summary>What is right instead, and why. All of it is sealed; the record as it was stays.</summary>
public sealed record AmendBody(
    string Reason, string? Name = null, string? Organisation = null, string? Phone = null, string? HostName = null, string? Purpose = null, string? Goods = null,
    string? DocumentType = null, string? DocumentLast4 = null, string? Text = null)
{
    internal PersonFields Fields => new()
    {
        Name = Name, Organisation = Organisation, Phone = Phone, HostName = HostName, Purpose = Purpose, Goods = Goods, DocumentType = DocumentType,
        DocumentLast4 = DocumentLast4, Text = Text,
    };

    public override string ToString() => nameof(AmendBody);
}
