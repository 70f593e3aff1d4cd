namespace Bridge.Devices.Osdp.Messages.Commands;

/// <summary>How long a text stays and whether it goes on in the next line.</summary>
internal enum TextMode : byte
{
    Lasting = 1,
    LastingWrapped = 2,
    Temporary = 3,
    TemporaryWrapped = 4,
}
