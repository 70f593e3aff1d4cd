using Bridge.Devices;
using Bridge.Journal.Register;

namespace Bridge.Host.Tests.Runtime.Support;

/// <summary>A register with one resident in it.</summary>
internal static class Residents
{
    public const string Pin = "4711";

    public static readonly CredentialData Card = new CredentialData.Card(new byte[] { 0xA5, 0x5A, 0x01, 0x80 }, 26);
    public static readonly CredentialData Unknown = new CredentialData.Card(new byte[] { 0x11, 0x22, 0x33, 0x40 }, 26);
    public static readonly CredentialData CardHoldersPin = new CredentialData.Pin(Pin);

    public static CredentialRegister Open(TestFolder folder)
    {
        var opened = CredentialRegister.Open(new RegisterOptions(folder.File("register.db"), folder.File("pepper"), "tower"));
        var register = Assert.IsType<RegisterOpened.Open>(opened).Register;
        Assert.IsType<RegisterImported.Done>(register.Import(Import(disabled: DisabledReason.None)));
        return register;
    }

    public static RegisterImport Import(DisabledReason disabled) => new(
        [new ImportedHolder("ann", "resident", "12A", "Ann")],
        [
            Of(new CredentialSecret.Card(new byte[] { 0xA5, 0x5A, 0x01, 0x80 }, 26, "1234"), disabled),
            Of(new CredentialSecret.Pin(Pin), disabled),
        ]);

    private static ImportedCredential Of(CredentialSecret secret, DisabledReason disabled) =>
        new("ann", secret, Duress: false, null, null, disabled, ExtendedTime: false, ["residents"]);
}
