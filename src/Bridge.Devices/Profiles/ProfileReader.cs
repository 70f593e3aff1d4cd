using System.Text.Json;
using System.Text.Json.Serialization;
using Bridge.Devices.Profiles.Documents;

namespace Bridge.Devices.Profiles;

/// <summary>Reads one profile file. The first thing that is wrong is the answer: one error that a stranger can act on.</summary>
public static class ProfileReader
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        AllowOutOfOrderMetadataProperties = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        Converters = { new Number16Converter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <param name="file">The name to show in errors.</param>
    public static ProfileRead Read(string json, string file)
    {
        ProfileDocument? document;
        try
        {
            document = JsonSerializer.Deserialize<ProfileDocument>(json, Options);
        }
        catch (JsonException exception)
        {
            return new ProfileRead.Failed(ProfileErrorText.From(exception, file));
        }

        if (document is null)
        {
            return new ProfileRead.Failed($"{file}: empty");
        }

        return ProfileRules.FirstProblem(document) is { } problem
            ? new ProfileRead.Failed($"{file}: {problem}")
            : Check(ProfileExpansion.Expand(document), file);
    }

    private static ProfileRead Check(DeviceProfile profile, string file) => ExpandedProfileRules.FirstProblem(profile) is { } problem
        ? new ProfileRead.Failed($"{file}: {problem}")
        : new ProfileRead.Parsed(profile);
}
