using System.Numerics;
using Bridge.Host.Configuration;
using Bridge.Journal.Register;
using Bridge.Policy.Credentials;

namespace Bridge.Host.Import;

/// <summary>What is wrong between rows: one card for two people, PINs that give each other away, too many PINs for their length.</summary>
internal sealed class Clashes(SiteConfiguration site, ImportFindings findings)
{
    /// <summary>How many codes there have to be for each one that is issued where digits alone open a door.</summary>
    private const int CodesPerPin = 1000;

    private readonly string[] digitsAlone =
        [.. site.Rules.AccessPoints.Values.Where(point => point.Authentication is Authentication.Pin or Authentication.CardOrPin).Select(point => point.AccessPoint.Value)];

    public void Check(IReadOnlyList<ResidentEntry> entries)
    {
        CheckHolders(entries);
        EnteredCredential[] credentials = [.. entries.SelectMany(entry => entry.Credentials)];
        CheckCards(credentials);
        EnteredCredential[] pins = [.. credentials.Where(credential => credential.Digits is not null)];
        CheckPins(pins);
        CheckCodeSpace(pins);
    }

    // Somebody with two cards has two rows; they have to agree on who that is.
    private void CheckHolders(IReadOnlyList<ResidentEntry> entries)
    {
        var first = new Dictionary<string, ResidentEntry>(StringComparer.Ordinal);
        foreach (var entry in entries.Where(entry => entry.Holder.Key.Length > 0))
        {
            if (!first.TryAdd(entry.Holder.Key, entry) && first[entry.Holder.Key].Holder != entry.Holder)
            {
                findings.Error(entry.Line, ResidentColumns.Holder, $"the same holder has another name, unit or kind in line {first[entry.Holder.Key].Line}");
            }
        }
    }

    private void CheckCards(IEnumerable<EnteredCredential> credentials)
    {
        var first = new Dictionary<(int, BigInteger), long>();
        foreach (var entered in credentials)
        {
            if (entered.Credential.Secret is CredentialSecret.Card card
                && !first.TryAdd((card.BitCount, new BigInteger(card.Bits.Span, isUnsigned: true, isBigEndian: true)), entered.Line))
            {
                var key = (card.BitCount, new BigInteger(card.Bits.Span, isUnsigned: true, isBigEndian: true));
                findings.Error(entered.Line, entered.Column, $"the same card stands in line {first[key]}; a card belongs to one holder, once");
            }
        }
    }

    private void CheckPins(EnteredCredential[] pins)
    {
        var first = new Dictionary<string, EnteredCredential>(StringComparer.Ordinal);
        foreach (var pin in pins)
        {
            if (!first.TryAdd(pin.Digits!, pin) && Clash(first[pin.Digits!], pin) is { } problem)
            {
                findings.Error(pin.Line, pin.Column, problem);
            }
        }
    }

    private string? Clash(EnteredCredential first, EnteredCredential second)
    {
        if (first.Credential.Duress != second.Credential.Duress)
        {
            return $"a duress_pin and a pin are the same, the other stands in line {first.Line}; nobody could tell which was meant";
        }

        if (first.Credential.HolderKey == second.Credential.HolderKey)
        {
            return $"this holder's digits stand in line {first.Line} already; leave them out here";
        }

        return digitsAlone.Length > 0
            ? $"the same digits stand in line {first.Line}, and {digitsAlone[0]} opens with digits alone, so it could not tell the two holders apart; choose others"
            : null;
    }

    private void CheckCodeSpace(EnteredCredential[] pins)
    {
        if (digitsAlone.Length == 0)
        {
            return;
        }

        foreach (var length in pins.DistinctBy(pin => pin.Digits).GroupBy(pin => pin.Digits!.Length))
        {
            var issued = length.Count();
            var codes = BigInteger.Pow(10, length.Key);
            if ((BigInteger)issued * CodesPerPin > codes)
            {
                findings.Error(length.First().Line, length.First().Column,
                    $"expected at most {codes / CodesPerPin} PINs of {length.Key} digits while {digitsAlone[0]} opens with digits alone, found {issued}: one guess in {codes / issued} would open it; give longer PINs, or ask for cardAndPin there");
            }
        }
    }
}
