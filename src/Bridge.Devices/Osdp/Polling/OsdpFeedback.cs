using Bridge.Devices.Osdp.Messages;
using Bridge.Devices.Osdp.Messages.Commands;

namespace Bridge.Devices.Osdp.Polling;

/// <summary>
/// The policy's words for feedback as light, sound and text. Every refusal has one length and one sound: who tries cards or PINs must not hear whether
/// the card is unknown, the PIN wrong or the door shut for all.
/// </summary>
internal static class OsdpFeedback
{
    private const byte Head = 0;
    private const byte Led = 0;

    private static readonly TimeSpan RefusalTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan PinTime = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan AlarmTime = TimeSpan.FromSeconds(30);

    private static readonly IOsdpCommand ShortBeep = Beeps(2, 1, 1);
    private static readonly IOsdpCommand RefusalBeeps = Beeps(1, 1, 3);
    private static readonly LedPattern Waiting = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromMilliseconds(500), LedColor.Amber, LedColor.Off);
    // The card has been read and need not stay for its PIN; but one that can answer questions is still powered when the PIN is there.
    private static readonly IOsdpCommand KeepCard = new KeepActiveCommand(PinTime);
    private static readonly LedPattern Alarm = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(200), LedColor.Red, LedColor.Off);

    private static readonly Dictionary<string, IOsdpCommand[]> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["idle"] = [LedCommand.BackToLasting(Head, Led), BuzCommand.Silence(Head)],
        ["accessGranted"] = [Light(LedPattern.Steady(LedColor.Green), TimeSpan.FromSeconds(3)), ShortBeep, Text("Please enter", 3)],
        ["accessDenied"] = [Light(LedPattern.Steady(LedColor.Red), RefusalTime), RefusalBeeps, Text("No access", 2)],
        ["lockedDown"] = [Light(Alarm, RefusalTime), RefusalBeeps, Text("No access", 2)],
        ["requirePin"] = [Light(Waiting, PinTime), ShortBeep, Text("Enter PIN", 10), KeepCard],
        ["processing"] = [Light(LedPattern.Steady(LedColor.Amber), TimeSpan.FromSeconds(3)), Text("Please wait", 3)],
        ["doorPreAlarmWarning"] = [Light(Waiting, AlarmTime), Beeps(2, 8, 30), Text("Close the door", 30)],
        ["doorOpenTooLong"] = [Light(Alarm, AlarmTime), Beeps(5, 5, 30), Text("Close the door", 30)],
        ["fault"] = [Light(new LedPattern(TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(300), LedColor.Red, LedColor.Amber), RefusalTime)],
    };

    /// <summary>What a reader shows while nothing happens. Sent at each contact: a reader forgets it without power.</summary>
    public static IOsdpCommand Lasting { get; } = LedCommand.Lasting(Head, Led, LedPattern.Steady(LedColor.Red));

    public static IReadOnlyCollection<string> Known => Words.Keys;

    /// <summary>In the order in which they are sent; null for a word that is none.</summary>
    public static IReadOnlyList<IOsdpCommand>? Find(string word) => Words.GetValueOrDefault(word);

    /// <summary>A reader without a LED, buzzer or display needs no such command.</summary>
    public static bool IsFor(IOsdpCommand command, PeripheralFeatures features) => command.Code switch
    {
        OsdpCommandCode.Led => features.Has(PeripheralFeatures.Led),
        OsdpCommandCode.Buz => features.Has(PeripheralFeatures.Buzzer),
        OsdpCommandCode.Text => features.Has(PeripheralFeatures.Text),
        OsdpCommandCode.KeepActive => features.Has(PeripheralFeatures.SmartCard),
        _ => true,
    };

    private static LedCommand Light(LedPattern pattern, TimeSpan time) => LedCommand.For(Head, Led, pattern, time);

    private static BuzCommand Beeps(int onTenths, int offTenths, byte count) =>
        BuzCommand.Sound(Head, TimeSpan.FromMilliseconds(100 * onTenths), TimeSpan.FromMilliseconds(100 * offTenths), count);

    private static TextCommand Text(string text, int seconds) =>
        new(Head, TextMode.Temporary, TimeSpan.FromSeconds(seconds), Row: 1, Column: 1, text);
}
