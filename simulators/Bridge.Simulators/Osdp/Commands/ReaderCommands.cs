using Bridge.Simulators.Osdp.Wire;

namespace Bridge.Simulators.Osdp.Commands;

/// <summary>What a reader does for each command, once the link and the session have let it through.</summary>
internal sealed class ReaderCommands(OsdpReader reader)
{
    private const byte LastAddress = 0x7E;
    private const byte LastBiometricType = 0x11;
    private const byte LastBiometricFormat = 2;
    private static readonly int[] Speeds = [9600, 19200, 38400, 57600, 115200, 230400];

    public Reply Execute(CommandFrame command, byte[] data)
    {
        if (CommandLength.Fits(command.Code, data) is not { } fits)
        {
            return Reply.Refused(NakReason.UnknownCommand);
        }

        return fits ? Execute(command.Code, command, data) : Reply.Refused(NakReason.BadLength);
    }

    private Reply Execute(byte code, CommandFrame command, byte[] data) => code switch
    {
        CommandCode.Poll => reader.Tell(),
        CommandCode.Identify => new Reply(ReplyCode.Identity, Claimed(reader.Faults.Identity, reader.Profile.Identity)),
        CommandCode.Capabilities => new Reply(ReplyCode.Capabilities, Claimed(reader.Faults.Capabilities, reader.Profile.Capabilities())),
        CommandCode.LocalStatus => new Reply(ReplyCode.LocalStatus, reader.LocalStatus()),
        CommandCode.InputStatus => new Reply(ReplyCode.InputStatus, reader.InputStatus()),
        CommandCode.OutputStatus => new Reply(ReplyCode.OutputStatus, reader.OutputStatus()),
        CommandCode.ReaderStatus => new Reply(ReplyCode.ReaderStatus, [(byte)reader.CardReader]),
        CommandCode.Output => Switch(data),
        CommandCode.Led => Done(reader.Lights.Command(data)),
        CommandCode.Buzzer => Done(reader.Buzzer.Command(data)),
        CommandCode.Text => Done(reader.Text.Command(data)),
        CommandCode.Communication => Move(data),
        CommandCode.Challenge => reader.Security.Challenge(command, reader.Faults),
        CommandCode.ServerCryptogram => reader.Security.Finish(command, reader.Faults),
        CommandCode.KeySet => SetKey(data),
        CommandCode.ReceiveSize => Note(() => reader.LongestReply = data[0] | (data[1] << 8)),
        CommandCode.KeepActive => Note(() => reader.KeptActive = TimeSpan.FromMilliseconds(data[0] | (data[1] << 8))),
        CommandCode.Manufacturer => OwnVendor(data) ? new Reply(ReplyCode.Manufacturer, reader.ManufacturerAnswer(data)) : Reply.Refused(NakReason.CannotProcess),
        CommandCode.FileTransfer => new Reply(ReplyCode.FileStatus, reader.Files.Take(data)),
        CommandCode.BiometricRead or CommandCode.BiometricMatch => Biometric(data),
        _ => Reply.Acknowledged,
    };

    private static byte[] Claimed(string? claim, IReadOnlyList<byte> truth) => claim is null ? [.. truth] : Convert.FromHexString(claim);

    private static Reply Done(bool done) => done ? Reply.Acknowledged : Reply.Refused(NakReason.CannotProcess);

    private static Reply Note(Action note)
    {
        note();
        return Reply.Acknowledged;
    }

    /// <summary>It has no sensor for any kind, and says so after a look at what was asked.</summary>
    private static Reply Biometric(byte[] data) =>
        Reply.Refused(data[1] <= LastBiometricType && data[2] > LastBiometricFormat ? NakReason.BiometricFormat : NakReason.BiometricType);

    private bool OwnVendor(byte[] data) => data.AsSpan(0, 3).SequenceEqual(reader.Profile.Identity.Take(3).ToArray());

    private Reply Switch(byte[] data)
    {
        var records = data.Chunk(4).Select(record => (Output: record[0], Control: record[1], Time: (record[2] | (record[3] << 8)) * TimeSpan.FromMilliseconds(100))).ToList();
        if (records.Any(record => record.Output >= reader.TimedOutputs.Count || record.Control > Feedback.TimedOutput.LastControl
            || (record.Control >= 5 && record.Time == TimeSpan.Zero)))
        {
            return Reply.Refused(NakReason.CannotProcess);
        }

        foreach (var record in records)
        {
            reader.TimedOutputs[record.Output].Command(record.Control, record.Time);
        }

        return Reply.Acknowledged;
    }

    private Reply Move(byte[] data)
    {
        var speed = BitConverter.ToUInt32(data, 1);
        if (data[0] > LastAddress || !Speeds.Contains((int)Math.Min(speed, int.MaxValue)))
        {
            return Reply.Refused(NakReason.CannotProcess);
        }

        return new Reply(ReplyCode.Communication, data) { AfterSent = () => reader.Move(data[0], (int)speed) };
    }

    private Reply SetKey(byte[] data)
    {
        if (data[0] != 1 || data[1] != 16)
        {
            return Reply.Refused(NakReason.CannotProcess);
        }

        reader.Security.SetKey(data[2..]);
        return (reader.Faults.KeySet ?? reader.Profile.KeySet) switch
        {
            KeySetConduct.StaysInSession => Reply.Acknowledged,
            KeySetConduct.DropsSession => Reply.Acknowledged with { AfterSent = reader.Security.Drop },
            KeySetConduct.AcknowledgesInClear => Reply.Acknowledged with { StaysClear = true, AfterSent = reader.Security.Drop },
        };
    }
}
