using System.Net;
using System.Text.Json.Nodes;

namespace Bridge.Simulators.Cli.Demo.Admission;

/// <summary>What the product's API answered.</summary>
internal sealed record ApiAnswer(HttpStatusCode Status, JsonNode? Body)
{
    public bool IsGranted => Status is HttpStatusCode.OK or HttpStatusCode.NoContent;

    /// <summary>Why it was refused: the API's word for it.</summary>
    public string Refusal => Body?["code"]?.GetValue<string>() ?? Status.ToString();
}
