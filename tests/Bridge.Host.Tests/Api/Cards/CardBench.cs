using Bridge.Devices;
using Bridge.Host.Accounts;
using Bridge.Host.Accounts.Sessions;
using Bridge.Host.Api.Cards;
using Bridge.Host.Configuration;
using Bridge.Host.Runtime;
using Bridge.Host.Tests.Configuration;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;
using Bridge.Policy;
using Bridge.Policy.Credentials;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Time.Testing;

namespace Bridge.Host.Tests.Api.Cards;

/// <summary>Cards before a real register: A-1203 in lobby a with Li Na, B-1203 in lobby b, and a card that Li Na holds.</summary>
internal sealed class CardBench : IDisposable
{
    public const string Level = "residents";
    public const string Member = "m-li";

    public static readonly CredentialData.Card New = (CredentialData.Card)Residents.Unknown;

    private readonly TestFolder folder = new();
    private readonly SiteConfiguration site = Good.Sample();

    public CardBench()
    {
        People = LobbyTower.OpenRegister(folder);
        Assert.IsType<ResidentEdited.Done>(People.Apply(
            [new ResidentEdit.PutMember(new Member(Member, "m-1203-1", LobbyTower.Usual, "李娜", ResidentKind.Owner) { Holder = "ann" })], "office-1"));
        Register = Assert.IsType<RegisterOpened.Open>(
            CredentialRegister.Open(new RegisterOptions(folder.File("residents.db"), folder.File("residents-pepper"), "tower"))).Register;
        Assert.IsType<RegisterImported.Done>(Register.Import(new RegisterImport(
            [new ImportedHolder("ann", "resident", "12A", "李娜"), new ImportedHolder("bo", "resident", "B-1203", "王伟")],
            [Card("ann", 0xA5, "12341234"), Card("bo", 0xA6, "56785678")])));
        _ = People.Refresh();
        Unknown = new UnknownCards(Register, Time);
        Shelf = new CredentialShelf(Register, People);
        Office = new CredentialOffice(Register, People, Unknown, Shelf, new SiteHolder(site), Time);
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));

    public ResidentRegister People { get; }

    public CredentialRegister Register { get; }

    public UnknownCards Unknown { get; }

    public CredentialShelf Shelf { get; }

    public CredentialOffice Office { get; }

    public static Caller Who(Role role, string? lobby = null) =>
        new(new Session(role.ToString(), role.ToString(), "", DateTimeOffset.UnixEpoch, "token") { Post = new Post(role, lobby is null ? null : new LobbyId(lobby)) }, null);

    /// <summary>The code of a refusal; null when it was done.</summary>
    public static string? Code(IResult answer) => answer is ProblemHttpResult { ProblemDetails.Extensions: var more } ? more["code"] as string : null;

    /// <summary>A card is refused at a reader because nobody holds it.</summary>
    public UnknownCard Refuse(CredentialData.Card card)
    {
        var at = new Moment(TimeSpan.Zero, Time.GetUtcNow());
        Unknown.Note([(card, new BuildingEvent(EventKind.AccessDenied, at) { Door = Tower.Lobby, Reason = DenyReason.CredentialNotFound })]);
        return Unknown.Recent[0];
    }

    public string IdOf(string holder) => Assert.IsType<Journal.StorageResult<IReadOnlyList<CredentialRow>>.Done>(Register.List()).Value.Single(row => row.HolderName == holder).Id;

    public void Dispose()
    {
        Register.Dispose();
        People.Dispose();
        folder.Dispose();
    }

    private static ImportedCredential Card(string holder, byte first, string printed) => new(
        holder, new CredentialSecret.Card(new byte[] { first, 0x5A, 0x01, 0x80 }, 26, printed), Duress: false, null, null, DisabledReason.None, ExtendedTime: false, [Level]);
}
