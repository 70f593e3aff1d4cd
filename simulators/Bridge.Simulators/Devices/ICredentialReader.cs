namespace Bridge.Simulators.Devices;

/// <summary>Where people show cards and type PINs, whatever line it hangs on.</summary>
public interface ICredentialReader
{
    string Id { get; }

    /// <summary>What a keypad lock shows; null for a reader that shows lights instead of codes.</summary>
    int? ShownFeedback { get; }

    /// <summary>Reads that the host has not acknowledged yet, oldest first.</summary>
    IReadOnlyList<PresentedCredential> KeptReads { get; }

    /// <summary>The oracle: every read that is no longer kept, in the order in which they were forgotten.</summary>
    IReadOnlyList<ForgottenRead> ForgottenReads { get; }

    /// <summary>Presents a card. <paramref name="bits"/> are its bits as 0 and 1, first one first.</summary>
    PresentedCredential PresentCard(string bits);

    /// <summary>Types a PIN and the enter key.</summary>
    PresentedCredential EnterPin(string digits);
}
