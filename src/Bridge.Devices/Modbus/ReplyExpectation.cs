namespace Bridge.Devices.Modbus;

/// <summary>What a PDU must look like to be the answer to a request.</summary>
/// <param name="Length">The exact length of the PDU; the longest possible one where only the unit knows it.</param>
/// <param name="EchoLength">How many bytes of the request must come back unchanged.</param>
internal readonly record struct ReplyExpectation(byte Function, ReplyShape Shape, int Length, int EchoLength)
{
    public const int MoreNeeded = 0;
    public const int NotTheAnswer = -1;
    private const byte ExceptionFlag = 0x80;
    private const int ExceptionLength = 2;

    public static ReplyExpectation Echo(byte function, int length, int echoLength) => new(function, ReplyShape.Echo, length, echoLength);

    public static ReplyExpectation Counted(byte function, int bytes) => new(function, ReplyShape.Counted, 2 + bytes, 1);

    public static bool IsException(ReadOnlySpan<byte> pdu) => (pdu[0] & ExceptionFlag) != 0;

    /// <summary>The full length of the answer that <paramref name="pdu"/> begins, or <see cref="MoreNeeded"/>, or <see cref="NotTheAnswer"/>.</summary>
    public int Measure(ReadOnlySpan<byte> pdu, ReadOnlySpan<byte> request)
    {
        if (pdu.IsEmpty)
        {
            return MoreNeeded;
        }

        if (pdu[0] == (Function | ExceptionFlag))
        {
            // Code 0 is no exception code: a torn frame.
            return pdu.Length >= ExceptionLength && pdu[1] == 0 ? NotTheAnswer : ExceptionLength;
        }

        return pdu[0] != Function
            ? NotTheAnswer
            : Shape switch
            {
                ReplyShape.Echo => MeasureEcho(pdu, request),
                ReplyShape.Counted => pdu.Length < 2 ? MoreNeeded : pdu[1] == Length - 2 ? Length : NotTheAnswer,
                ReplyShape.SelfCounted => pdu.Length < 2 ? MoreNeeded : 2 + pdu[1] <= Length ? 2 + pdu[1] : NotTheAnswer,
                ReplyShape.Identification => MeasureIdentification(pdu, request),
            };
    }

    private int MeasureEcho(ReadOnlySpan<byte> pdu, ReadOnlySpan<byte> request)
    {
        var known = Math.Min(pdu.Length, EchoLength);
        return pdu[..known].SequenceEqual(request[..known]) ? Length : NotTheAnswer;
    }

    // 2B 0E code conformity more next count, then count times: id, length, text.
    private int MeasureIdentification(ReadOnlySpan<byte> pdu, ReadOnlySpan<byte> request)
    {
        const int header = 7;
        var known = Math.Min(pdu.Length, 3);
        if (!pdu[..known].SequenceEqual(request[..known]))
        {
            return NotTheAnswer;
        }

        if (pdu.Length < header)
        {
            return MoreNeeded;
        }

        var end = header;
        for (var remaining = pdu[6]; remaining > 0; remaining--)
        {
            if (pdu.Length < end + 2)
            {
                return MoreNeeded;
            }

            end += 2 + pdu[end + 1];
        }

        return end <= Length ? end : NotTheAnswer;
    }
}
