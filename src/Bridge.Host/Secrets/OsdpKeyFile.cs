using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Devices;
using Bridge.Devices.Osdp;
using Bridge.Host.Configuration;
using Bridge.Journal.Storage;

namespace Bridge.Host.Secrets;

/// <summary>
/// The key file as the service itself changes it, for enrolments alone: a pending key beside the own one, and later one of the two. Each change replaces the file
/// whole and is on disk when it returns. What a person wrote into it stays, comments excepted.
/// </summary>
internal sealed class OsdpKeyFile(SitePaths paths, Action<string>? before = null)
{
    private static readonly JsonSerializerOptions Format = new(OsdpKeys.Format)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>
    /// The key that the reader is to get, written down as pending: the one of an enrolment that was cut short, because the reader may have it; one made from the
    /// site's master key where that is not the reader's key already; else a random one. 16 bytes, which the caller wipes.
    /// </summary>
    /// <exception cref="IOException">It is not on disk. The message shows nothing of a key.</exception>
    public (byte[] Key, bool IsNew) Begin(DeviceId reader, bool fromDefaultKey)
    {
        var entries = Read();
        var entry = entries.GetValueOrDefault(reader.Value) ?? new OsdpKeyEntry(null, null, null, null);
        if (entry.Pending is { } left)
        {
            return (Convert.FromHexString(left), false);
        }

        var key = FromMaster(entry, fromDefaultKey) ?? RandomNumberGenerator.GetBytes(OsdpSecurity.KeyLength);
        Write(entries, reader, entry with { Pending = Convert.ToHexStringLower(key) });
        return (key, true);
    }

    /// <summary>The reader has proved the pending key: it is its own now, and the old one is gone.</summary>
    /// <param name="clientId">What the reader says of itself; empty leaves what is written.</param>
    /// <param name="identity">The same.</param>
    /// <exception cref="IOException">It is not on disk.</exception>
    public void Promote(DeviceId reader, ReadOnlySpan<byte> clientId, ReadOnlySpan<byte> identity)
    {
        var entries = Read();
        if (entries.GetValueOrDefault(reader.Value) is { Pending: not null } entry)
        {
            Write(entries, reader, new OsdpKeyEntry(
                entry.Pending,
                null,
                clientId.IsEmpty ? entry.ClientId : Convert.ToHexStringLower(clientId),
                identity.IsEmpty ? entry.Identity : Convert.ToHexStringLower(identity)));
        }
    }

    /// <summary>The reader does not have the pending key.</summary>
    /// <exception cref="IOException">It is not on disk.</exception>
    public void DropPending(DeviceId reader)
    {
        var entries = Read();
        if (entries.GetValueOrDefault(reader.Value) is { Pending: not null } entry)
        {
            Write(entries, reader, entry with { Pending = null });
        }
    }

    /// <summary>It can be spoken to with a key of its own, or one that it may have.</summary>
    public bool HasKey(DeviceId reader) => Read().ContainsKey(reader.Value);

    // The rotation of a key that is made from the master key is a random one: made again it would be the same.
    private byte[]? FromMaster(OsdpKeyEntry entry, bool fromDefaultKey)
    {
        if (entry.ClientId is not { } clientId || (entry.Key is null && !fromDefaultKey) || !File.Exists(paths.OsdpMasterKey) || OwnerFile.Problem(paths.OsdpMasterKey) is not null)
        {
            return null;
        }

        var master = Convert.FromHexString(File.ReadAllText(paths.OsdpMasterKey).Trim());
        var key = OsdpSecurity.FromMaster(master, Convert.FromHexString(clientId)).Key.ToArray();
        CryptographicOperations.ZeroMemory(master);
        return entry.Key is not null && CryptographicOperations.FixedTimeEquals(key, Convert.FromHexString(entry.Key)) ? null : key;
    }

    private Dictionary<string, OsdpKeyEntry> Read()
    {
        try
        {
            return File.Exists(paths.OsdpKeys) ? JsonSerializer.Deserialize<Dictionary<string, OsdpKeyEntry>>(File.ReadAllBytes(paths.OsdpKeys), Format) ?? [] : [];
        }
        catch (JsonException wrong)
        {
            // Its own message may show what stands there.
            throw new IOException($"{paths.OsdpKeys}, line {wrong.LineNumber + 1}: expected an object with key, clientId and identity for each reader");
        }
    }

    private void Write(Dictionary<string, OsdpKeyEntry> entries, DeviceId reader, OsdpKeyEntry entry)
    {
        if (entry is { Key: null, Pending: null, ClientId: null })
        {
            // Nothing is left that a key could be: the reader is as one that was never enrolled.
            entries.Remove(reader.Value);
        }
        else
        {
            entries[reader.Value] = entry;
        }

        var content = JsonSerializer.SerializeToUtf8Bytes(entries, Format);
        OwnerFile.Replace(paths.OsdpKeys, content, before);
        CryptographicOperations.ZeroMemory(content);
    }
}
