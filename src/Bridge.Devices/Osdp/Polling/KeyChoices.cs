namespace Bridge.Devices.Osdp.Polling;

/// <summary>The base keys that a handshake with one reader can be made with.</summary>
[Flags]
internal enum KeyChoices
{
    None = 0,

    /// <summary>The key that the site has for the reader.</summary>
    Own = 1,

    /// <summary>A key that a person had sent to the reader, or was about to: whether the reader took it has not been seen yet.</summary>
    Pending = 2,

    /// <summary>The key printed in the standard. Only while a person enrols this reader and has said so.</summary>
    Default = 4,
}
