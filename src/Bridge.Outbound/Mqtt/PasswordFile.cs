namespace Bridge.Outbound.Mqtt;

/// <summary>
/// The password of the configuration, read at every attempt: a file that is missing, or not ours to read, costs the broker and nothing else, and one
/// that is put there later is used without a restart.
/// </summary>
internal sealed record PasswordFile(string? Password, string? Fault)
{
    public static PasswordFile Read(MqttOptions options)
    {
        if (options.PasswordFile is not { } path || options.Password is not null)
        {
            return new(options.Password, null);
        }

        try
        {
            using StreamReader file = new(path);
            return file.ReadLine() is { Length: > 0 } password ? new(password, null) : new(null, $"credentials: {path} is empty");
        }
        catch (IOException exception)
        {
            return new(null, $"credentials: cannot read {path}: {exception.Message}");
        }
        catch (UnauthorizedAccessException exception)
        {
            return new(null, $"credentials: may not read {path}: {exception.Message}");
        }
    }
}
