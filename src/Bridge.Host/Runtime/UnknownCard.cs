using Bridge.Journal.Register;
using Bridge.Policy;

namespace Bridge.Host.Runtime;

/// <summary>A card that was refused a moment ago because nobody holds it. Its bits are not in it.</summary>
/// <param name="Id">By which a screen names the read.</param>
/// <param name="Shown">The card's last digits.</param>
/// <param name="ReadAt">Monotonic, for its age.</param>
public sealed record UnknownCard(string Id, CredentialDigest Digest, string Shown, AccessPointId? AccessPoint, DoorId? Door, long ReadAt)
{
    public override string ToString() => $"unknown card {Id}";
}
