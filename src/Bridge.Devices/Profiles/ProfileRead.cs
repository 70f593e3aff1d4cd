namespace Bridge.Devices.Profiles;

/// <summary>The result of reading one profile file.</summary>
public abstract record ProfileRead
{
    private ProfileRead()
    {
    }

    public sealed record Parsed(DeviceProfile Profile) : ProfileRead;

    /// <param name="Error">File, line where known, path and what is wrong, in one sentence.</param>
    public sealed record Failed(string Error) : ProfileRead;
}
