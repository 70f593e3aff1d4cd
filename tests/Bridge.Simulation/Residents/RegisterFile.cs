using Bridge.Journal.Register;
using Bridge.Simulators.Devices;

namespace Bridge.Simulation.Residents;

/// <summary>Puts the population into a real register.</summary>
internal static class RegisterFile
{
    public static CredentialRegister Open(string folder, IEnumerable<HeldCredential> credentials)
    {
        var opened = CredentialRegister.Open(new RegisterOptions(Path.Combine(folder, "register.db"), Path.Combine(folder, "pepper"), "simulated"));
        var register = opened is RegisterOpened.Open { Register: var found } ? found : throw new InvalidOperationException(opened.ToString());
        HeldCredential[] all = [.. credentials];
        var import = new RegisterImport(
            [.. all.Select(credential => credential.Holder).Distinct().Select(key => new ImportedHolder(key, "resident", null, key))],
            [.. all.Select(Import)]);
        return register.Import(import) is RegisterImported.Done
            ? register
            : throw new InvalidOperationException("The simulated residents were not imported.");
    }

    /// <summary>Most significant bit first, left aligned.</summary>
    public static byte[] Bytes(string bits)
    {
        var bytes = new byte[(bits.Length + 7) / 8];
        for (var i = 0; i < bits.Length; i++)
        {
            bytes[i / 8] |= (byte)(bits[i] == '1' ? 0x80 >> (i % 8) : 0);
        }

        return bytes;
    }

    private static ImportedCredential Import(HeldCredential credential) => new(
        credential.Holder,
        credential.Kind == CredentialKind.Card
            ? new CredentialSecret.Card(Bytes(credential.Text), credential.Text.Length, credential.Text)
            : new CredentialSecret.Pin(credential.Text),
        credential.IsDuress,
        credential.ValidFrom,
        credential.ValidUntil,
        credential.IsDisabled ? DisabledReason.Lost : DisabledReason.None,
        credential.IsExtended,
        credential.Levels);
}
