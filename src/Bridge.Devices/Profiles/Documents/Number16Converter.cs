using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bridge.Devices.Profiles.Documents;

/// <summary>Addresses and values are printed in hexadecimal by some makers and in decimal by others: both are taken, "0x0200" and 512.</summary>
internal sealed class Number16Converter : JsonConverter<ushort>
{
    public override ushort Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.Number && reader.TryGetUInt16(out var number))
        {
            return number;
        }

        if (reader.TokenType == JsonTokenType.String
            && reader.GetString() is ['0', 'x', .. var digits]
            && ushort.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out number))
        {
            return number;
        }

        throw new JsonException("must be a number from 0 to 65535, or one like \"0x0200\"");
    }

    public override void Write(Utf8JsonWriter writer, ushort value, JsonSerializerOptions options) => writer.WriteNumberValue(value);
}
