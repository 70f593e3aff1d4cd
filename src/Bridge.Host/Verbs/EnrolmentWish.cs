namespace Bridge.Host.Verbs;

/// <summary>What was asked for on the command line.</summary>
internal sealed record EnrolmentWish(string Reader, int Minutes, bool FromDefaultKey, bool Cancel)
{
    public string Path => $"readers/{Uri.EscapeDataString(Reader)}/enrolment";

    public string Begin => $"{Path}?minutes={Minutes}&fromDefaultKey={(FromDefaultKey ? "true" : "false")}";
}
