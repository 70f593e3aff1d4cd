using System.Globalization;
using System.Text;

namespace Bridge.Simulators.Intercoms;

/// <summary>The intercom's own way of writing its lines and of reading those of the host.</summary>
internal static class StationLine
{
    /// <summary>A line with its check, right or wrong.</summary>
    public static byte[] Write(string body, bool spoilt = false)
    {
        var check = body.Aggregate(0, (sum, character) => sum ^ character) ^ (spoilt ? 0x15 : 0);
        return Encoding.ASCII.GetBytes(body + "*" + check.ToString("X2", CultureInfo.InvariantCulture) + "\r\n");
    }

    /// <summary>The fields of a line of the host; null when its check is wrong.</summary>
    public static string[]? Read(string line)
    {
        var star = line.LastIndexOf('*');
        if (star < 0 || !int.TryParse(line[(star + 1)..], NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var check))
        {
            return null;
        }

        return line[..star].Aggregate(0, (sum, character) => sum ^ character) == check ? line[..star].Split(';') : null;
    }
}
