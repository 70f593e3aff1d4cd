namespace Bridge.Simulators.Devices;

/// <summary>How a keypad lock puts a credential into registers.</summary>
internal static class CredentialWords
{
    /// <summary>Register <paramref name="index"/> of the eight: sixteen card bits, left aligned, or two digits, first one in the high byte.</summary>
    public static ushort Word(PresentedCredential read, int index) => read.Kind switch
    {
        CredentialKind.Card => CardWord(read.Text, 16 * index),
        CredentialKind.Pin => (ushort)((Digit(read.Text, 2 * index) << 8) | Digit(read.Text, (2 * index) + 1)),
    };

    private static ushort CardWord(string bits, int from)
    {
        var word = 0;
        for (var i = 0; i < 16; i++)
        {
            word = (word << 1) | (from + i < bits.Length && bits[from + i] == '1' ? 1 : 0);
        }

        return (ushort)word;
    }

    private static int Digit(string digits, int index) => index < digits.Length ? digits[index] : 0;
}
