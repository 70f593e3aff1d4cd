using System.Text.Json;
using System.Text.RegularExpressions;

namespace Bridge.Devices.Profiles;

/// <summary>The JSON reader's errors in the words of somebody who writes a profile: no type names.</summary>
internal static partial class ProfileErrorText
{
    private static readonly Dictionary<string, string> Choices = new()
    {
        ["table"] = "must be one of coil, discrete, holding, input",
        ["selfEnding"] = "must be one of none, deviceTimedPulse, deviceWatchdog, externalTimer",
        ["use"] = "must be one of any, contact, lockSensor, requestToExit, tamper, fire, lock",
        ["parity"] = "must be one of none, even, odd",
        ["kind"] = "must be one of changes, falls",
    };

    public static string From(JsonException exception, string file)
    {
        var place = exception.LineNumber is { } line ? $"{file}({line + 1})" : file;
        var path = exception.Path is null or "$" ? "" : $"{exception.Path}: ";
        return $"{place}: {path}{Translate(exception)}";
    }

    private static string Translate(JsonException exception)
    {
        var message = exception.Message;
        var name = Quoted().Match(message).Groups[1].Value;
        if (message.Contains("could not be mapped", StringComparison.Ordinal))
        {
            return $"unknown key '{name}'";
        }

        if (message.Contains("missing required properties", StringComparison.Ordinal))
        {
            return $"missing {message[(message.LastIndexOf(':') + 1)..].Trim(' ', '.')}";
        }

        if (message.Contains("Duplicate property", StringComparison.Ordinal))
        {
            return $"the key '{name}' is given twice";
        }

        if (message.StartsWith("The JSON value could not be converted", StringComparison.Ordinal))
        {
            return Choices.GetValueOrDefault(exception.Path?.Split('.')[^1] ?? "", "this value does not fit here");
        }

        if (message.Contains("null values", StringComparison.Ordinal))
        {
            return "must not be null; leave the key out";
        }

        if (message.Contains("type discriminator", StringComparison.Ordinal))
        {
            return "\"kind\" must be one of coilValue, registerValue, lengthThenStart, fixedLength, level";
        }

        return Tail().Replace(message, "");
    }

    [GeneratedRegex("'([^']*)'", RegexOptions.NonBacktracking)]
    private static partial Regex Quoted();

    [GeneratedRegex(@" Path: .*$", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Tail();
}
