using Bridge.Devices.Doctor;

namespace Bridge.Devices.Modbus.Doctor;

/// <summary>How long one unit thought about the same read, asked again and again.</summary>
/// <param name="Thinking">From the end of the question to the end of the answer, less the answer's time on the wire: what responseTimeout is about.</param>
/// <param name="Unanswered">Reads without an answer within the patience that was given.</param>
/// <param name="Broken">Reads that only broken frames came to.</param>
public sealed record TimeoutFigures(byte Unit, AnswerTimes Thinking, int Unanswered, int Broken)
{
    public int Asked => Thinking.Count + Unanswered + Broken;
}
