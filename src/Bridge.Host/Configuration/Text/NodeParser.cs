using System.Text.Json;
using Bridge.Host.Configuration.Reading;

namespace Bridge.Host.Configuration.Text;

/// <summary>
/// Reads JSON with comments and trailing commas into nodes that remember their place. Plain JSON only: no references, no inclusion, no
/// environment variables, and a limit on depth, so that a site file cannot do anything but say something.
/// </summary>
internal ref struct NodeParser(ReadOnlyMemory<byte> text, Findings findings)
{
    private const int MaximumDepth = 16;

    private readonly TextLines lines = new(text);
    private Utf8JsonReader reader = new(text.Span, new JsonReaderOptions
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = MaximumDepth,
    });

    private string path = JsonPath.Root;

    /// <summary>The root; null with an error in the findings when the text is not JSON.</summary>
    public SiteNode? Parse()
    {
        try
        {
            reader.Read();
            var root = ReadValue(JsonPath.Root);
            path = JsonPath.Root;

            // Reads on to the end: a second value behind the first is an error.
            reader.Read();
            return root;
        }
        catch (JsonException malformed)
        {
            findings.Error(Place(malformed), path, $"the JSON breaks off or is malformed here: {Reason(malformed)}");
            return null;
        }
    }

    private SiteNode ReadValue(string at)
    {
        path = at;
        var position = lines.At(reader.TokenStartIndex);
        return reader.TokenType switch
        {
            JsonTokenType.StartObject => ReadObject(position, at),
            JsonTokenType.StartArray => ReadArray(position, at),
            JsonTokenType.String => new SiteNode.Text(position, at, ReadText(position)),
            JsonTokenType.Number => new SiteNode.Number(position, at, System.Text.Encoding.UTF8.GetString(reader.ValueSpan)),
            JsonTokenType.True => new SiteNode.Flag(position, at, true),
            JsonTokenType.False => new SiteNode.Flag(position, at, false),
            _ => new SiteNode.Null(position, at),
        };
    }

    private SiteNode.Object ReadObject(TextPosition position, string at)
    {
        var properties = new List<SiteProperty>();
        var seen = new Dictionary<string, TextPosition>(StringComparer.Ordinal);
        while (Advance() && reader.TokenType != JsonTokenType.EndObject)
        {
            var keyPosition = lines.At(reader.TokenStartIndex);
            var name = ReadText(keyPosition);
            var child = JsonPath.Child(at, name);
            path = child;
            Advance();
            var value = ReadValue(child);
            if (seen.TryAdd(name, keyPosition))
            {
                properties.Add(new SiteProperty(name, keyPosition, value));
            }
            else
            {
                findings.Error(keyPosition, child, $"the key is given twice, first in line {seen[name].Line}; remove one of the two");
            }

            path = at;
        }

        return new SiteNode.Object(position, at, properties);
    }

    private SiteNode.Array ReadArray(TextPosition position, string at)
    {
        var items = new List<SiteNode>();
        while (Advance() && reader.TokenType != JsonTokenType.EndArray)
        {
            items.Add(ReadValue(JsonPath.Item(at, items.Count)));
            path = at;
        }

        return new SiteNode.Array(position, at, items);
    }

    // The reader throws at a premature end by itself, but only when it knows that no more can come; it does.
    private bool Advance() => reader.Read();

    private string ReadText(TextPosition position)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair as an escape: JSON as a grammar allows it, no text can hold it.
            findings.Error(position, path, "the text holds an escape that stands for no character; write the character itself");
            return "";
        }
    }

    private TextPosition Place(JsonException malformed)
    {
        var line = (int)(malformed.LineNumber ?? 0);
        var start = 0;
        for (var skipped = 0; skipped < line; skipped++)
        {
            start += text.Span[start..].IndexOf((byte)'\n') + 1;
        }

        var end = (int)long.Min(start + (malformed.BytePositionInLine ?? 0), text.Length);
        return new TextPosition(line + 1, System.Text.Encoding.UTF8.GetCharCount(text.Span[start..end]) + 1);
    }

    private static string Reason(JsonException malformed)
    {
        var end = malformed.Message.IndexOf(" LineNumber:", StringComparison.Ordinal);
        return Printable.Of((end < 0 ? malformed.Message : malformed.Message[..end]).TrimEnd('.'), 200);
    }
}
