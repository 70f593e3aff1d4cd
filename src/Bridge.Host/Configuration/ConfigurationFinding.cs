using Bridge.Host.Configuration.Text;

namespace Bridge.Host.Configuration;

/// <summary>An error or a warning about a site file, in one sentence, with its place.</summary>
/// <param name="Path">The JSON path, for example $.doors.lobby.lock.</param>
public sealed record ConfigurationFinding(string File, TextPosition Position, string Path, string Message)
{
    public override string ToString() => $"{File}:{Position.Line}:{Position.Column}: {Path}: {Message}.";
}
