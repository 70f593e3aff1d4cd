using System.Buffers.Binary;
using System.Globalization;
using Bridge.Journal.Register;

namespace Bridge.Journal.Tests.Register;

/// <summary>Import sets for tests.</summary>
internal static class Imports
{
    public static ImportedHolder Holder(string key, string? unit = "12-3", string name = "王芳") => new(key, "resident", unit, name);

    public static byte[] Bits(uint number)
    {
        var bits = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bits, number << 6);
        return bits;
    }

    /// <summary>A 26-bit card.</summary>
    public static ImportedCredential Card(string holder, uint number) => new(
        holder,
        new CredentialSecret.Card(Bits(number), 26, number.ToString("d8", CultureInfo.InvariantCulture)),
        Duress: false, null, null, DisabledReason.None, ExtendedTime: false, ["lobby", "garage"]);

    public static ImportedCredential Pin(string holder, string digits, bool duress = false) => new(
        holder, new CredentialSecret.Pin(digits), duress, null, null, DisabledReason.None, ExtendedTime: false, ["lobby"]);

    public static RegisterImport Set(IReadOnlyList<ImportedHolder> holders, params ImportedCredential[] credentials) => new(holders, credentials);

    public static CredentialRegister Open(RegisterOptions options) =>
        Assert.IsType<RegisterOpened.Open>(CredentialRegister.Open(options)).Register;

    public static RegisterImported.Done Imported(this CredentialRegister register, RegisterImport import) =>
        Assert.IsType<RegisterImported.Done>(register.Import(import));
}
