using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Devices.Osdp;
using Bridge.Journal.Storage;

namespace Bridge.Host.Secrets;

/// <summary>
/// The keys of the OSDP readers, in a file of their own beside the site's data, for the service's own user alone. A reader has a key of its own, or one
/// that is made from the master key, which is in a second file.
/// </summary>
internal sealed class OsdpKeys
{
    internal static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly IReadOnlyDictionary<string, OsdpKeyEntry> entries;
    private readonly string masterPath;
    private readonly string? problem;

    private OsdpKeys(string path, string masterPath, IReadOnlyDictionary<string, OsdpKeyEntry> entries, string? problem) =>
        (Path, this.masterPath, this.entries, this.problem) = (path, masterPath, entries, problem);

    public string Path { get; }

    /// <summary>Reads the file. No file is no reader enrolled; one that cannot be read is said where a reader asks for its key.</summary>
    public static OsdpKeys Read(string path, string masterPath)
    {
        try
        {
            if (!File.Exists(path))
            {
                return new OsdpKeys(path, masterPath, new Dictionary<string, OsdpKeyEntry>(), null);
            }

            return OwnerFile.Problem(path) is { } open
                ? Unusable(open)
                : new OsdpKeys(path, masterPath, JsonSerializer.Deserialize<Dictionary<string, OsdpKeyEntry>>(File.ReadAllBytes(path), Format) ?? [], null);
        }
        catch (JsonException wrong)
        {
            // Its own message may show what stands there.
            return Unusable($"{path}, line {wrong.LineNumber + 1}: expected an object with key, clientId and identity for each reader");
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Unusable($"{path} cannot be read: {failed.Message}");
        }

        OsdpKeys Unusable(string why) => new(path, masterPath, new Dictionary<string, OsdpKeyEntry>(), why);
    }

    public OsdpKeyFound Find(string reader)
    {
        if (problem is not null)
        {
            return new OsdpKeyFound.Refused(problem);
        }

        if (!entries.TryGetValue(reader, out var entry))
        {
            return new OsdpKeyFound.Missing();
        }

        if (Bytes(entry.ClientId, OsdpSecurity.ClientIdLength) is not { } clientId)
        {
            return Refuse(reader, $"clientId must be {2 * OsdpSecurity.ClientIdLength} hexadecimal digits");
        }

        if (Bytes(entry.Identity, OsdpSecurity.IdentityLength) is not { } identity)
        {
            return Refuse(reader, $"identity must be {2 * OsdpSecurity.IdentityLength} hexadecimal digits");
        }

        if (Bytes(entry.Pending, OsdpSecurity.KeyLength) is not { } pending)
        {
            return Refuse(reader, $"pending must be {2 * OsdpSecurity.KeyLength} hexadecimal digits");
        }

        var found = entry switch
        {
            { Key: { } key } => Own(reader, key, clientId, identity),
            { Pending: not null } => new OsdpKeyFound.Found(OsdpSecurity.NotEnrolled with { ClientId = clientId, Identity = identity }),
            _ => Derived(reader, clientId, identity),
        };
        return found is OsdpKeyFound.Found known ? new OsdpKeyFound.Found(known.Security with { PendingKey = pending }) : found;
    }

    private OsdpKeyFound Own(string reader, string text, byte[] clientId, byte[] identity) =>
        Bytes(text, OsdpSecurity.KeyLength) is { Length: OsdpSecurity.KeyLength } key
            ? new OsdpKeyFound.Found(OsdpSecurity.WithKey(key) with { ClientId = clientId, Identity = identity })
            : Refuse(reader, $"key must be {2 * OsdpSecurity.KeyLength} hexadecimal digits");

    private OsdpKeyFound Derived(string reader, byte[] clientId, byte[] identity)
    {
        if (clientId.Length == 0)
        {
            return Refuse(reader, "it has neither a key of its own nor the clientId that one is made from");
        }

        try
        {
            if (OwnerFile.Problem(masterPath) is { } open)
            {
                return Refuse(reader, open);
            }

            if (Bytes(File.ReadAllText(masterPath).Trim(), OsdpSecurity.KeyLength) is not { Length: OsdpSecurity.KeyLength } master)
            {
                return Refuse(reader, $"{masterPath} must hold {2 * OsdpSecurity.KeyLength} hexadecimal digits");
            }

            var security = OsdpSecurity.FromMaster(master, clientId) with { Identity = identity };
            CryptographicOperations.ZeroMemory(master);
            return new OsdpKeyFound.Found(security);
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            return Refuse(reader, $"its key is made from the master key, and {failed.Message}");
        }
    }

    private OsdpKeyFound.Refused Refuse(string reader, string why) => new($"the key of {reader} in {Path} cannot be used: {why}");

    // Empty where nothing is said; null where it is said wrongly.
    private static byte[]? Bytes(string? text, int length)
    {
        if (text is null)
        {
            return [];
        }

        var bytes = new byte[length];
        return text.Length == 2 * length && Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }
}
