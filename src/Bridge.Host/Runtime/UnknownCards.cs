using System.Collections.Immutable;
using Bridge.Devices;
using Bridge.Host.Accounts;
using Bridge.Host.Import;
using Bridge.Journal.Register;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>
/// The cards of the last minutes that nobody holds, so that the office can give one out that somebody has just held to a reader. Only what is in the journal
/// comes here; what is kept is the digest that the register would keep, in memory alone, and it is gone when the card is somebody's.
/// </summary>
public sealed class UnknownCards(CredentialRegister register, TimeProvider time)
{
    public static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(5);

    private const int Most = 20;

    private ImmutableList<UnknownCard> kept = [];

    /// <summary>The newest first; none that is too old, or known by now.</summary>
    public IReadOnlyList<UnknownCard> Recent => [.. Volatile.Read(ref kept).Where(IsStillUnknown).Reverse()];

    public TimeSpan AgeOf(UnknownCard card) => time.GetElapsedTime(card.ReadAt);

    /// <summary>Null when there is no such read, it is too old, or somebody holds the card by now.</summary>
    public UnknownCard? Find(string id) => Volatile.Read(ref kept).FirstOrDefault(card => card.Id == id && IsStillUnknown(card));

    /// <summary>Called on the engine's thread, after the commit: the only writer.</summary>
    internal void Note(IReadOnlyList<(CredentialData.Card Card, BuildingEvent Denied)> reads)
    {
        foreach (var (read, denied) in reads)
        {
            var digest = register.DigestOf(read.Bits.Span, read.BitCount);

            // Held to a reader twice it is one card: who is about to press its row does not lose it.
            var before = kept.FirstOrDefault(card => card.Digest == digest);
            var card = new UnknownCard(
                before?.Id ?? SecretToken.NewId("r"), digest, CardText.Read(read.Bits.Span, read.BitCount).Shown, denied.AccessPoint, denied.Door, time.GetTimestamp());
            var next = kept.RemoveAll(one => one.Digest == digest).Add(card);
            Volatile.Write(ref kept, next.Count > Most ? next.RemoveAt(0) : next);
        }
    }

    private bool IsStillUnknown(UnknownCard card) => AgeOf(card) < GoodFor && register.Find(card.Digest).Count == 0;
}
