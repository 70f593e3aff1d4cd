using Bridge.Host.Runtime;
using Bridge.Host.Tests.Runtime.Support;
using Bridge.Host.Translation;
using Bridge.Journal.Register;
using Bridge.Journal.Residents;
using Bridge.Policy.Credentials;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace Bridge.Host.Tests.Runtime;

public sealed class RegisterWatchTests : IDisposable
{
    private readonly TestFolder folder = new();
    private readonly JumpingTime time = new();
    private readonly LogBook log = new();
    private readonly CancellationTokenSource stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

    public void Dispose()
    {
        stop.Dispose();
        log.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task AnImportOfAnotherProcessIsTakenOverWithinTwoSeconds()
    {
        using var register = Residents.Open(folder);
        var lookup = new RegisterLookup(register);
        var watching = new RegisterWatch(register, time, log.For<RegisterWatch>()).RunAsync(stop.Token);
        time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(CredentialDisabled.No, Assert.Single(lookup.Find(Residents.Card)).Disabled);

        using (var other = Assert.IsType<RegisterOpened.Open>(CredentialRegister.Open(
            new RegisterOptions(folder.File("register.db"), folder.File("pepper"), "tower"))).Register)
        {
            Assert.IsType<RegisterImported.Done>(other.Import(Residents.Import(DisabledReason.Lost)));
        }

        Assert.Equal(CredentialDisabled.No, Assert.Single(lookup.Find(Residents.Card)).Disabled);
        time.Advance(TimeSpan.FromSeconds(2));
        await Eventually.Holds(() => lookup.Find(Residents.Card) is [{ Disabled: CredentialDisabled.Lost }], "the lost card is known as lost");
        await Eventually.Holds(() => log.At(LogLevel.Information).Count(text => text.Contains("2 credentials", StringComparison.Ordinal)) == 1, "said once");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task WhoMovesInByAnImportOfAnotherProcessIsKnownToo()
    {
        using var register = Residents.Open(folder);
        using var residents = LobbyTower.OpenRegister(folder);
        var watching = new RegisterWatch(register, time, log.For<RegisterWatch>()) { Residents = residents }.RunAsync(stop.Token);
        var households = HouseholdLookup.In(residents);
        time.Advance(TimeSpan.FromSeconds(2));
        using (var other = LobbyTower.Reopen(folder))
        {
            Assert.IsType<ResidentEdited.Done>(
                other.Apply([new ResidentEdit.PutHousehold(new Household("h-0602", "A-0602", "a", ClearanceRoute.Direct, ChildrenMayAnswer: false))], "office-1"));
        }

        Assert.Null(households.Find("A-0602", LobbyTower.Lobby));
        time.Advance(TimeSpan.FromSeconds(2));
        await Eventually.Holds(() => households.Find("A-0602", LobbyTower.Lobby) is not null, "the new household is known");
        await Eventually.Holds(() => log.At(LogLevel.Information).Count(text => text.Contains("4 households", StringComparison.Ordinal)) == 1, "said once");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task ARegisterThatCannotBeReadIsSaidOnceAndWhoWasKnownStaysKnown()
    {
        using var register = Residents.Open(folder);
        var lookup = new RegisterLookup(register);
        var watching = new RegisterWatch(register, time, log.For<RegisterWatch>()).RunAsync(stop.Token);
        await using (var tool = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = folder.File("register.db"), Pooling = false }.ConnectionString))
        {
            await tool.OpenAsync(stop.Token);
            await using var damage = tool.CreateCommand();
            damage.CommandText = "ALTER TABLE credential RENAME TO lost";
            await damage.ExecuteNonQueryAsync(stop.Token);
        }

        for (var look = 0; look < 5; look++)
        {
            time.Advance(TimeSpan.FromSeconds(2));
            await Eventually.Holds(() => log.Lines.Count > 0, "said");
        }

        Assert.Single(log.At(LogLevel.Error));
        Assert.Single(lookup.Find(Residents.Card));
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }
}
