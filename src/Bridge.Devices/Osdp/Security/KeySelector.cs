namespace Bridge.Devices.Osdp.Security;

/// <summary>Which base key a handshake is about.</summary>
internal enum KeySelector : byte
{
    /// <summary>The key printed in the standard. Only while a reader is being enrolled.</summary>
    Default = 0,

    /// <summary>The reader's own key.</summary>
    Own = 1,
}
