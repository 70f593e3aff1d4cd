using Microsoft.AspNetCore.Http.Metadata;

namespace Bridge.Host.Api.Register;

/// <summary>An endpoint that takes more than the others: a whole file.</summary>
internal sealed record LargestBody(long? MaxRequestBodySize) : IRequestSizeLimitMetadata;
